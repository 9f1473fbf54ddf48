package org.saisei.eligibility.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.AttestedCriterion;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.Specialty;

/**
 * An adult who is eligible under STEMIRAC at a facility that meets everything, and what differs from that: each by a name
 * and a value as the decision table writes them. {@code day N} is N days after the injury, {@code -} is not known.
 *
 * <p>Besides the facts there are: {@code assessedOn}; {@code declared} (the declaration that no other treatment option
 * exists); {@code physician} (the one named as responsible); {@code accreditation} (none, or a state); {@code accredited},
 * {@code placed} and {@code attestation ID} (from day N, until day N); {@code assessesAis}; {@code trainedOn};
 * {@code planning.PATH} (a fact of the assessment at PLANNING); {@code parameter.CODE}.
 */
record Situation(Protocol protocol, String stage, Map<String, String> values) {
    static final LocalDate INJURY = LocalDate.of(2026, 4, 5);
    private static final String PHYSICIAN = "DR-0001";
    private static final LocalDate BEFORE = INJURY.minusDays(60);

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("ageYears", "54"),
            Map.entry("weightKg", "72.4"),
            Map.entry("injuryDate", "day 0"),
            Map.entry("traumaticInjury", "true"),
            Map.entry("ais.grade", "A"),
            Map.entry("hypersensitivityToComponent", "false"),
            Map.entry("hypersensitivityToMaterial", "false"),
            Map.entry("malignancy", "false"),
            Map.entry("allergicDisposition", "false"),
            Map.entry("hypercoagulability", "false"),
            Map.entry("infection", "false"),
            Map.entry("lowBodyWeight", "false"),
            Map.entry("anaemia", "false"),
            Map.entry("extremelyPoorGeneralCondition", "false"),
            Map.entry("severeIntracranialOrVascularLesion", "false"),
            Map.entry("severeSpinalDisease", "false"),
            Map.entry("bloodPressure.systolicMmHg", "124"),
            Map.entry("bloodPressure.diastolicMmHg", "78"),
            Map.entry("bloodPressure.notControllable", "false"),
            Map.entry("consent.explainedOn", "day 3"),
            Map.entry("consent.given", "true"),
            Map.entry("consent.consentedOn", "day 4"),
            Map.entry("consent.teamToldOn", "day 3"),
            Map.entry("plannedFirstBloodCollectionOn", "day 13"),
            Map.entry("plannedMarrowCollectionOn", "day 19"),
            Map.entry("plannedLastBloodCollectionOn", "day 36"),
            Map.entry("plannedAdministrationOn", "day 47"),
            Map.entry("physician", PHYSICIAN),
            Map.entry("accreditation", "ACCREDITED"));

    private static final Map<String, Map<String, String>> AT_STAGE = Map.of(
            "PLANNING",
            Map.of("assessedOn", "day 5", "ais.assessedOn", "day 4"),
            "PRE_ADMINISTRATION",
            Map.of(
                    "assessedOn", "day 46",
                    "ais.assessedOn", "day 45",
                    "planning.ais.assessedOn", "day 4",
                    "firstCollectionOn", "day 13",
                    "materialsRead.affirmed", "true",
                    "materialsRead.statedOn", "day 45",
                    "clinicalNecessityWeighed.affirmed", "true",
                    "clinicalNecessityWeighed.statedOn", "day 45",
                    "judgedAppropriate.affirmed", "true",
                    "judgedAppropriate.statedOn", "day 45"));

    static Situation eligibleAdult(Protocol protocol, String stage) {
        var values = new LinkedHashMap<>(ALWAYS);
        values.putAll(AT_STAGE.getOrDefault(stage, Map.of()));
        return new Situation(protocol, stage, values);
    }

    /** @param differences {@code name=value}, separated by semicolons; empty for none */
    Situation but(String differences) {
        var changed = new LinkedHashMap<>(values);
        for (var difference : differences.split(";", -1)) {
            if (!difference.isBlank()) {
                var at = difference.indexOf('=');
                changed.put(
                        difference.substring(0, at).strip(),
                        difference.substring(at + 1).strip());
            }
        }
        return new Situation(protocol, stage, changed);
    }

    Result result() {
        return Result.of(protocol, circumstances(), "yes".equals(values.get("declared")));
    }

    /** What a request with these facts would be refused for. */
    List<Fault> contradictions() {
        var facts = facts("");
        var faults =
                new ArrayList<>(protocol.contradictions(facts, day("assessedOn").orElseThrow(), null));
        for (var fact : protocol.patientFacts().facts()) {
            if (fact.type() instanceof FactType.Day(var happened)
                    && happened
                    && facts.get(fact) instanceof LocalDate day
                    && day.isAfter(day("assessedOn").orElseThrow())) {
                faults.add(new Fault(fact.pointer(), "AFTER_ASSESSMENT", "is after the day of the assessment"));
            }
        }
        return faults;
    }

    Circumstances circumstances() {
        var earlier = values.keySet().stream().anyMatch(name -> name.startsWith("planning."))
                ? Map.of("PLANNING", facts("planning."))
                : Map.<String, Facts>of();
        return new Circumstances(
                stage,
                day("assessedOn").orElseThrow(),
                facts(""),
                earlier,
                accreditation(day("assessedOn").orElseThrow()),
                value("physician").orElseThrow(),
                parameters());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.equals("-"));
    }

    private Optional<LocalDate> day(String name) {
        return value(name).map(Situation::parsed);
    }

    private static LocalDate parsed(String value) {
        return INJURY.plusDays(Long.parseLong(value.substring(value.indexOf("day ") + 4)));
    }

    private Facts facts(String prefix) {
        var document = new HashMap<String, Object>();
        for (var fact : protocol.patientFacts().facts()) {
            value(prefix + fact.path()).ifPresent(value -> put(document, fact.path(), json(fact.type(), value)));
        }
        return switch (protocol.patientFacts().read(document)) {
            case Reading.Accepted(var facts) -> facts;
            case Reading.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> document, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            document.put(path, value);
        } else {
            var group = document.computeIfAbsent(path.substring(0, dot), name -> new HashMap<String, Object>());
            put((Map<String, Object>) group, path.substring(dot + 1), value);
        }
    }

    private static Object json(FactType<?> type, String value) {
        return switch (type) {
            case FactType.Flag f ->
                switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(value);
                };
            case FactType.Quantity q -> new BigDecimal(value);
            case FactType.Day d -> parsed(value).toString();
            case FactType.Code<?> c -> value;
        };
    }

    private Parameters parameters() {
        var parameters =
                new HashMap<>(Parameters.defaults(protocol.parameters()).values());
        values.forEach((name, value) -> {
            if (name.startsWith("parameter.")) {
                parameters.put(name.substring("parameter.".length()), new BigDecimal(value));
            }
        });
        return new Parameters(parameters);
    }

    private AccreditationOnDay accreditation(LocalDate day) {
        var from = first("accredited");
        var to = last("accredited");
        var state = value("accreditation")
                .filter(known -> !known.equals("none") && Days.within(day, from, to))
                .map(AccreditationState::valueOf)
                .orElse(null);
        return AccreditationOnDay.of(
                state == null ? null : "accreditation",
                state == null ? null : from,
                state == null ? null : to,
                state,
                protocol,
                new FacilityOnDay(attestations(), links(), List.of(physician()), day));
    }

    /** The first day of what the value says; long before where it says none. */
    private LocalDate first(String name) {
        return value(name)
                .filter(value -> value.startsWith("from"))
                .map(Situation::parsed)
                .orElse(BEFORE);
    }

    /** The last day of what the value says, included; null where it says none. */
    private @Nullable LocalDate last(String name) {
        return value(name)
                .filter(value -> value.startsWith("until"))
                .map(Situation::parsed)
                .orElse(null);
    }

    /** Everything that the protocol has a facility state, in full. */
    private List<Attestation> attestations() {
        var attestations = new ArrayList<Attestation>();
        Stream.concat(protocol.facilityCriteria().stream(), protocol.otherFacilityCriteria().stream())
                .filter(AttestedCriterion.class::isInstance)
                .map(AttestedCriterion.class::cast)
                .filter(criterion ->
                        !"-".equals(values.get("attestation " + criterion.info().id())))
                .forEach(criterion -> attestations.add(attestation(criterion)));
        return attestations;
    }

    private Attestation attestation(AttestedCriterion criterion) {
        var form = criterion.form();
        var name = "attestation " + criterion.info().id();
        return new Attestation(
                criterion.info().id(),
                first(name),
                last(name),
                form.filings().isEmpty() ? null : form.filings().getFirst(),
                form.filed() ? "K-1" : null,
                form.filed() ? BEFORE : null,
                null);
    }

    private static List<FacilityLink> links() {
        return List.of(new FacilityLink(
                "F-REHABILITATION", FacilityLink.Kind.CONVALESCENT_REHABILITATION, BEFORE, null, "K-2", BEFORE));
    }

    private Physician physician() {
        return new Physician(
                PHYSICIAN,
                LocalDate.of(2000, 4, 1),
                Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN),
                null,
                30,
                null,
                assessesAis(),
                values.containsKey("trainedOn") ? day("trainedOn").orElse(null) : BEFORE,
                Stream.of(PlacementRole.RESPONSIBLE, PlacementRole.CARE)
                        .map(role -> new Placement(protocol.id(), role, first("placed"), last("placed")))
                        .toList(),
                null);
    }

    private @Nullable Boolean assessesAis() {
        return switch (values.getOrDefault("assessesAis", "true")) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
