package org.saisei.registry.treatment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.saisei.registry.Registry.STANDING_CHANGED;
import static org.saisei.registry.Registry.SUBJECTS;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.awaitDecisions;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.awaitStanding;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.ofType;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.standing;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.treatment.Treatments.path;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class DecisionForTreatmentIT {
    private final String candidate = newCandidate();

    @Test
    @Tag("S-R1")
    void treatingAPendingSubjectIsRecordedAsADeviationAndTold() {
        String subject = enrol(candidate);

        String fact = collect(subject);

        assertThat(standing(subject)).isEqualTo("REGISTERED_WITH_DEVIATION");
        hospital()
                .get("/subjects/" + subject + "/deviations")
                .then()
                .body("items.ruleId", contains("S-R1"))
                .body("items.factId", contains(fact));
        var changed = ofType(awaitEvents(SUBJECTS, subject, STANDING_CHANGED, 1), STANDING_CHANGED)
                .getFirst();
        assertThat(changed.value().get("standing").asText()).isEqualTo("REGISTERED_WITH_DEVIATION");
        var deviation = ofType(
                        awaitEvents("saisei.registry.treatments", subject, "saisei.registry.deviation-recorded.v1", 1),
                        "saisei.registry.deviation-recorded.v1")
                .getFirst();
        assertThat(deviation.value().get("ruleId").asText()).isEqualTo("S-R1");
    }

    @Test
    @Tag("S-R1")
    void treatingARefusedSubjectIsRecordedAsADeviation() {
        String subject = enrol(candidate);
        decide(candidate, 1, "INELIGIBLE");
        awaitStanding(subject, "REFUSED");

        collect(subject);

        assertThat(standing(subject)).isEqualTo("REGISTERED_WITH_DEVIATION");
    }

    @Test
    @Tag("S-R1")
    void aDecisionAfterTheDeviationIsNotedAndChangesNothing() {
        String subject = enrol(candidate);
        collect(subject);

        decide(candidate, 1, "ELIGIBLE");

        awaitDecisions(candidate, 1);
        assertThat(standing(subject)).isEqualTo("REGISTERED_WITH_DEVIATION");
        hospital().get("/subjects/" + subject + "/journey").then().body("entries.what", hasItem("DECISION"));
    }

    @Test
    @Tag("S-R1")
    void aLaterDecisionAgainstRefusesThePlanAndMakesTreatingADeviation() {
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        awaitStanding(subject, "REGISTERED");
        var lot = lotOf(subject);
        decide(candidate, 2, "INELIGIBLE");
        awaitDecisions(candidate, 2);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-R1"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"));
        assertThat(standing(subject)).isEqualTo("REGISTERED");
    }

    @Test
    @Tag("S-R1")
    void aNoBeforeTheAdministrationStandsOverALaterYesAtPlanning() {
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        awaitStanding(subject, "REGISTERED");
        var lot = lotOf(subject);
        Registry.publish(
                candidate,
                2,
                with(
                        Registry.decision(candidate, "INELIGIBLE"),
                        entry("stage", "PRE_ADMINISTRATION"),
                        entry("assessedOn", "2026-05-21")));
        decide(candidate, 3, "ELIGIBLE");
        awaitDecisions(candidate, 3);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-R1"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"));
        post(path(subject, "collections"), with(collection(), entry("collectedOn", "2026-05-20")))
                .then()
                .body("deviations", empty());
        post(path(subject, "collections"), with(collection(), entry("collectedOn", "2026-05-21")))
                .then()
                .body("deviations.ruleId", contains("S-R1"));
    }

    @Test
    @Tag("S-R1")
    void anUnsettledDecisionBeforeTheAdministrationIsNoEligibleOne() {
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        awaitStanding(subject, "REGISTERED");
        Registry.publish(
                candidate,
                2,
                with(Registry.decision(candidate, "INDETERMINATE"), entry("stage", "PRE_ADMINISTRATION")));
        awaitDecisions(candidate, 2);
        var lot = lotOf(subject);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(201)
                .body("warnings.code", contains("NO_DECISION_YET"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"));
    }

    @Test
    @Tag("S-R1")
    void aPlanInARefusedEnrolmentIsRefusedAlsoAfterAnEligibleDecision() {
        String subject = enrol(candidate);
        decide(candidate, 1, "INELIGIBLE");
        decide(candidate, 2, "ELIGIBLE");
        awaitDecisions(candidate, 2);

        post(path(subject, "planned-administrations"), plan(newDocument("LOT")))
                .then()
                .statusCode(422)
                .body("refusals.find { it.ruleId == 'S-R1' }.code", equalTo("NEW_ENROLMENT_NEEDED"));
    }
}
