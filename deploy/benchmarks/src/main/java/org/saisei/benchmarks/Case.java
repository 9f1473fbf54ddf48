package org.saisei.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ResponsiblePhysician;

/**
 * One made-up patient, as the service reads them and as the peer does, all assessed on the same day. One value in ten is
 * unknown, one in ten speaks against the treatment.
 */
record Case(Map<String, Object> facts, Circumstances circumstances, boolean declared, Patient patient) {
    private static final LocalDate INJURY = LocalDate.of(2026, 4, 5);
    private static final LocalDate ASSESSED = INJURY.plusDays(47);

    static List<Case> generate(Protocol protocol, int number, long seed) {
        var random = new Random(seed);
        var parameters = Parameters.defaults(protocol.parameters());
        var cases = new ArrayList<Case>();
        for (var i = 0; i < number; i++) {
            cases.add(of(protocol, parameters, random));
        }
        return List.copyOf(cases);
    }

    private static Case of(Protocol protocol, Parameters parameters, Random random) {
        var patient = new Patient(
                random.nextInt(10) > 0,
                random.nextBoolean(),
                answer(random, true),
                pick(random, "A", "B", "D"),
                pick(random, 45, 42, 38),
                pick(random, 44, 14, 15),
                answer(random, true),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, true),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                answer(random, false),
                pick(random, 128, 140, 141),
                pick(random, 78, 90, 91),
                answer(random, true),
                pick(random, 3, 3, 50),
                random.nextInt(10) > 0,
                pick(random, 9, 6, 18),
                pick(random, 20, 14, 32),
                pick(random, 30, 39, 40),
                pick(random, 48, 48, 55),
                answer(random, true));
        var facts = consistent(facts(patient));
        if (!(protocol.patientFacts().read(facts) instanceof Reading.Accepted(var read))) {
            throw new IllegalStateException("the service does not read " + facts);
        }
        return new Case(
                facts,
                new Circumstances(
                        patient.preAdministration() ? "PRE_ADMINISTRATION" : "PLANNING",
                        ASSESSED,
                        read,
                        Map.of(),
                        accreditation(patient.accredited()),
                        "DR-0001",
                        parameters),
                random.nextBoolean(),
                patient);
    }

    private static @Nullable Boolean answer(Random random, boolean usual) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> !usual;
            default -> usual;
        };
    }

    @SafeVarargs
    private static <T> @Nullable T pick(Random random, T... values) {
        var roll = random.nextInt(10);
        return roll == 0 ? null : roll <= 2 ? values[2] : roll <= 4 ? values[1] : values[0];
    }

    private static Map<String, Object> facts(Patient patient) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "ageYears", patient.ageYears());
        facts.put("injuryDate", INJURY.toString());
        put(facts, "traumaticInjury", patient.traumatic());
        var ais = new HashMap<String, Object>();
        put(ais, "grade", patient.ais());
        put(ais, "assessedOn", day(patient.aisDay()));
        facts.put("ais", ais);
        var inFavour = patient.weighingInFavour();
        if (inFavour != null) {
            facts.put(
                    "paediatricWeighing",
                    Map.of(
                            "weighedOn", day(2),
                            "ageConsidered", true,
                            "weightConsidered", true,
                            "generalConditionConsidered", true,
                            "inFavour", inFavour));
        }
        put(facts, "hypersensitivityToComponent", patient.component());
        put(facts, "hypersensitivityToMaterial", patient.material());
        put(facts, "materialIsComponent", patient.materialIsComponent());
        put(facts, "malignancy", patient.malignancy());
        put(facts, "tumourPresent", patient.tumour());
        var benefit = patient.benefitOutweighsRisk();
        if (benefit != null) {
            facts.put("tumourWeighing", Map.of("weighedOn", day(2), "benefitOutweighsRisk", benefit));
        }
        put(facts, "allergicDisposition", patient.allergic());
        put(facts, "hypercoagulability", patient.hypercoagulable());
        put(facts, "infection", patient.infected());
        put(facts, "lowBodyWeight", patient.lowWeight());
        put(facts, "anaemia", patient.anaemic());
        put(facts, "extremelyPoorGeneralCondition", patient.poorCondition());
        put(facts, "severeIntracranialOrVascularLesion", patient.vascularLesion());
        put(facts, "severeSpinalDisease", patient.spinalDisease());
        var pressure = new HashMap<String, Object>();
        put(pressure, "systolicMmHg", patient.systolic());
        put(pressure, "diastolicMmHg", patient.diastolic());
        put(pressure, "notControllable", patient.notControllable());
        facts.put("bloodPressure", pressure);
        treatment(patient, facts);
        return facts;
    }

    private static void treatment(Patient patient, Map<String, Object> facts) {
        var consent = new HashMap<String, Object>();
        put(consent, "given", patient.consentGiven());
        put(consent, "explainedOn", day(patient.consentDay()));
        put(consent, "consentedOn", day(patient.consentDay()));
        put(consent, "teamToldOn", patient.teamTold() ? day(3) : null);
        facts.put("consent", consent);
        put(facts, "plannedFirstBloodCollectionOn", day(patient.firstCollectionDay()));
        if (patient.preAdministration()) {
            put(facts, "firstCollectionOn", day(patient.firstCollectionDay()));
        }
        put(facts, "plannedMarrowCollectionOn", day(patient.marrowDay()));
        put(facts, "plannedLastBloodCollectionOn", day(patient.lastCollectionDay()));
        put(facts, "plannedAdministrationOn", day(patient.administrationDay()));
        var affirmed = patient.statementsAffirmed();
        if (affirmed != null) {
            for (var statement : List.of("materialsRead", "clinicalNecessityWeighed", "judgedAppropriate")) {
                facts.put(statement, Map.of("affirmed", affirmed, "statedOn", day(45)));
            }
        }
    }

    /** Empty groups are not sent. */
    private static Map<String, Object> consistent(Map<String, Object> facts) {
        facts.values().removeIf(value -> value instanceof Map<?, ?> group && group.isEmpty());
        return facts;
    }

    private static @Nullable String day(@Nullable Integer sinceInjury) {
        return sinceInjury == null ? null : INJURY.plusDays(sinceInjury).toString();
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static AccreditationOnDay accreditation(boolean inForce) {
        return new AccreditationOnDay(
                "accreditation",
                INJURY.minusYears(1),
                null,
                inForce ? AccreditationState.ACCREDITED : AccreditationState.SUSPENDED,
                List.of(),
                List.of(),
                List.of(new ResponsiblePhysician("DR-0001", List.of("S-D1"), INJURY.minusYears(1), null)),
                List.of(),
                List.of());
    }
}
