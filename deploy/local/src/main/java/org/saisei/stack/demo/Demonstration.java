package org.saisei.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.saisei.local.TokenIssuer;

/** The whole journey against a running stack, each step told and checked. */
public final class Demonstration {

    static final String PROTOCOL = "STEMIRAC";
    static final String PHYSICIAN = "DR-DEMO-01";

    private final Callers callers;
    private final Narrator narrator;

    private Demonstration(Callers callers, Narrator narrator) {
        this.callers = callers;
        this.narrator = narrator;
    }

    /**
     * Drives the journey; an earlier run's documents are found by their numbers and checked in the same way.
     *
     * @return true if every step was as expected; else the last line says which was not
     */
    public static boolean run(PrintStream out, TokenIssuer tokens, URI eligibility, URI registry, URI safety) {
        // HTTP/1.1, so that the open stream and the requests do not share one connection.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Narrator narrator = new Narrator(out);
        Demonstration demonstration =
                new Demonstration(new Callers(http, tokens, eligibility, registry, safety), narrator);
        long started = System.nanoTime();
        try {
            demonstration.drive();
        } catch (Unexpected unexpected) {
            out.println();
            out.println("NOT AS EXPECTED: " + unexpected.getMessage());
            return false;
        }
        out.println();
        out.printf(
                "All as expected in %.1f s: %d steps taken, %d found already there, %d answers checked.%n",
                (System.nanoTime() - started) / 1e9, narrator.created(), narrator.found(), narrator.checked());
        return true;
    }

    private void drive() {
        narrator.heading("The hospital and its accreditation 施設要件の充足");
        FacilitySteps facility = new FacilitySteps(callers, narrator);
        facility.describe();
        facility.accredit();

        narrator.heading("A safety officer opens the stream of cases 有害事象の受信");
        try (SafetyStream stream = callers.stream(null)) {
            narrator.says("GET /cases/stream is open");
            EligibilitySteps eligibility = new EligibilitySteps(callers, narrator);
            RegistrySteps registry = new RegistrySteps(callers, narrator);
            SafetyReports reports = new SafetyReports(callers, stream, narrator);
            treatTheTrial(eligibility, registry, reports);
            refuseTwo(eligibility, registry);
            tellLatency(reports);
            reports.replay(callers);
        }
    }

    private void treatTheTrial(EligibilitySteps eligibility, RegistrySteps registry, SafetyReports reports) {
        String formerLot = "";
        for (Trial.Case trialCase : Trial.cases()) {
            Patient patient = Patient.of(trialCase);
            LocalDate day = trialCase.administrationDay();
            narrator.heading("症例 case " + trialCase.number() + " of 13: AIS " + trialCase.ais() + ", "
                    + trialCase.ageYears() + " years, " + trialCase.weightKg() + " kg, injured " + trialCase.injury());
            EligibilitySteps.Plan plan = EligibilitySteps.Plan.of(trialCase);
            String candidateId = eligibility.assessForPlanning(patient, plan, "ELIGIBLE");
            String subjectId = registry.enrol(patient, candidateId, "REGISTERED");
            List<String> collections = registry.collect(trialCase, patient, subjectId);
            String lot = registry.make(trialCase, patient, subjectId, collections);
            if (trialCase.number() == 1) {
                eligibility.tryDoseLimit(Patient.of(Trial.cases().get(7)), day);
            }
            if (trialCase.number() == 2) {
                registry.tryForeignLot(patient, subjectId, day, formerLot);
            }
            registry.planAdministration(patient, day, subjectId, lot);
            eligibility.assessBeforeAdministration(patient, plan, candidateId);
            registry.administer(patient, day, subjectId, lot);
            reports.report(trialCase, patient, subjectId, lot);
            showJourney(subjectId);
            formerLot = lot;
        }
    }

    private void showJourney(String subjectId) {
        Reply journey = callers.hospitalAtRegistry()
                .get("/subjects/" + subjectId + "/journey")
                .expect(200);
        JsonNode deviations = callers.hospitalAtRegistry()
                .get("/subjects/" + subjectId + "/deviations")
                .expect(200)
                .body()
                .path("items");
        Unexpected.unless(deviations.isEmpty(), journey.asked() + ": deviations " + deviations);
    }

    private void refuseTwo(EligibilitySteps eligibility, RegistrySteps registry) {
        Map<String, Patient> refused = Map.of(
                "S-P5", refused("R1", "B", true),
                "S-P2", refused("R2", "D", false));
        for (String rule : List.of("S-P5", "S-P2")) {
            Patient patient = refused.get(rule);
            if (patient == null) {
                throw new IllegalStateException(rule);
            }
            narrator.heading("A patient who is refused 不適格: "
                    + (rule.equals("S-P5") ? "過敏症の既往歴 hypersensitivity to a component" : "AIS D"));
            LocalDate injury = patient.injury();
            String candidateId = eligibility.assessForPlanning(
                    patient,
                    new EligibilitySteps.Plan(
                            injury.plusDays(14), injury.plusDays(20), injury.plusDays(29), injury.plusDays(47)),
                    "INELIGIBLE");
            eligibility.tellWhy(patient, rule);
            registry.enrol(patient, candidateId, "REFUSED");
        }
    }

    private static Patient refused(String label, String ais, boolean hypersensitive) {
        return new Patient(
                label,
                LocalDate.of(2026, 5, 20),
                new BigDecimal("60.0"),
                hypersensitive ? 45 : 52,
                ais,
                hypersensitive);
    }

    private void tellLatency(SafetyReports reports) {
        narrator.heading("From the report to the safety officer 有害事象の伝達");
        List<Long> latencies = reports.latenciesMs();
        if (latencies.isEmpty()) {
            narrator.says("nothing new was reported in this run; all "
                    + reports.caseIds().size() + " adverse events were there already");
            return;
        }
        narrator.says(latencies.size() + " adverse events, from sending to the stream: median "
                + latencies.get(latencies.size() / 2) + " ms, longest " + latencies.get(latencies.size() - 1) + " ms");
    }
}
