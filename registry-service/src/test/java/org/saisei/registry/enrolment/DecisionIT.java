package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.saisei.registry.Registry.ASSESSMENTS;
import static org.saisei.registry.Registry.OTHER_FACILITY;
import static org.saisei.registry.Registry.SUBJECTS;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.awaitStanding;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.decision;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.ofType;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.publish;
import static org.saisei.registry.Registry.standing;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class DecisionIT {
    private static final String CHANGED = "saisei.registry.standing-changed.v1";
    private final String candidate = newCandidate();

    @ParameterizedTest
    @CsvSource({
        "ELIGIBLE, REGISTERED",
        "ELIGIBLE_WITH_CAUTION, REGISTERED",
        "NOT_RECOMMENDED, REFUSED",
        "INELIGIBLE, REFUSED"
    })
    void aDecisionThatComesAfterTheEnrolmentSettlesIt(String decision, String standing) {
        String subject = enrol(candidate);

        var event = decide(candidate, 1, decision);

        var told = ofType(awaitEvents(SUBJECTS, subject, CHANGED, 1), CHANGED).getFirst();
        assertThat(told.sequence()).isEqualTo(2);
        assertThat(told.value().get("previousStanding").asText()).isEqualTo("PENDING");
        assertThat(told.value().get("standing").asText()).isEqualTo(standing);
        assertThat(told.value().get("assessmentId").asText()).isEqualTo(event.get("assessmentId"));
        assertThat(standing(subject)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"ELIGIBLE, REGISTERED", "INELIGIBLE, REFUSED", "INDETERMINATE, PENDING"})
    void aDecisionThatCameBeforeTheEnrolmentSettlesItAtOnce(String decision, String standing) {
        decide(candidate, 1, decision);
        awaitDecisions(1);

        post("/subjects", enrolment(candidate)).then().statusCode(201).body("standing", equalTo(standing));
    }

    @Test
    void aRefusalNamesTheCriteriaAndNoAdvice() {
        String subject = enrol(candidate);
        decide(candidate, 1, "INELIGIBLE");
        awaitStanding(subject, "REFUSED");

        hospital()
                .get("/subjects/" + subject)
                .then()
                .body("reasons.criterion", contains("S-P2"))
                .body("reasons.verdict", contains("NOT_MET"))
                .header("ETag", "\"2\"");
    }

    @Test
    @Tag("S-N1")
    void theProtocolVersionInForceIsOnTheEnrolment() {
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        awaitStanding(subject, "REGISTERED");

        hospital().get("/subjects/" + subject).then().body("protocolVersion", equalTo("2019-02-25"));
    }

    @Test
    void anIndeterminateDecisionSettlesNothingAndALaterOneDoes() {
        String subject = enrol(candidate);
        decide(candidate, 1, "INDETERMINATE");
        awaitDecisions(1);
        assertThat(standing(subject)).isEqualTo("PENDING");

        decide(candidate, 2, "ELIGIBLE");

        awaitStanding(subject, "REGISTERED");
    }

    @Test
    void aLaterDecisionAgainstARegisteredSubjectLeavesTheRegistration() {
        String subject = enrol(candidate);
        decide(candidate, 1, "ELIGIBLE");
        awaitStanding(subject, "REGISTERED");

        decide(candidate, 2, "INELIGIBLE");

        awaitDecisions(2);
        assertThat(standing(subject)).isEqualTo("REGISTERED");
    }

    @Test
    void aRefusedCandidateNeedsANewEnrolmentAfterAnEligibleDecision() {
        String refused = enrol(candidate);
        var first = decide(candidate, 1, "INELIGIBLE");
        awaitStanding(refused, "REFUSED");
        publish(candidate, 2, with(decision(candidate, "ELIGIBLE"), entry("supersedes", first.get("assessmentId"))));
        awaitDecisions(2);
        assertThat(standing(refused)).isEqualTo("REFUSED");

        String again = enrol(candidate);

        assertThat(again).isNotEqualTo(refused);
        assertThat(standing(again)).isEqualTo("REGISTERED");
    }

    @ParameterizedTest
    @CsvSource({
        "ELIGIBLE, INELIGIBLE, REGISTERED",
        "INELIGIBLE, ELIGIBLE, REFUSED",
        "INDETERMINATE, ELIGIBLE, REGISTERED"
    })
    void theStandingIsTheSameWhetherTheEnrolmentComesBeforeBetweenOrAfter(
            String first, String second, String standing) {
        var between = newCandidate();
        var after = newCandidate();
        String enrolledBefore = enrol(candidate);
        decide(candidate, 1, first);
        decide(candidate, 2, second);
        awaitDecisions(candidate, 2);
        decide(between, 1, first);
        awaitDecisions(between, 1);
        String enrolledBetween = enrol(between);
        decide(between, 2, second);
        awaitDecisions(between, 2);
        decide(after, 1, first);
        decide(after, 2, second);
        awaitDecisions(after, 2);

        String enrolledAfter = enrol(after);

        assertThat(java.util.stream.Stream.of(enrolledBefore, enrolledBetween, enrolledAfter)
                        .map(subject -> standing(subject)))
                .containsOnly(standing);
    }

    @Test
    void anotherFacilitysDecisionDoesNotCount() {
        String subject = enrol(candidate);

        publish(candidate, 1, with(decision(candidate, "ELIGIBLE"), entry("facilityId", OTHER_FACILITY)));

        awaitDecisions(1);
        assertThat(standing(subject)).isEqualTo("PENDING");
    }

    @Test
    void anEnrolmentUnderAnotherProtocolThanAssessedIsRefused() {
        publish(candidate, 1, with(decision(candidate, "ELIGIBLE"), entry("protocol", "TOY")));
        awaitDecisions(1);

        post("/subjects", enrolment(candidate))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/protocol"))
                .body("errors.rule", contains("OTHER_PROTOCOL"));
    }

    @Test
    void aSecondProtocolNeedsNoChangeHere() {
        publish(candidate, 1, with(decision(candidate, "ELIGIBLE"), entry("protocol", "TOY")));
        awaitDecisions(1);

        post("/subjects", with(enrolment(candidate), entry("protocol", "TOY")))
                .then()
                .statusCode(201)
                .body("standing", equalTo("REGISTERED"));
    }

    @Test
    void aDecisionDeliveredTwiceHasItsEffectOnce() {
        String subject = enrol(candidate);
        var event = with(decision(candidate, "ELIGIBLE"), entry("responsiblePhysicianId", "DR-0001"));
        var id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            KafkaProbe.publish(id, ASSESSMENTS, candidate, "saisei.eligibility.assessment-decided.v1", 1, event);
        }

        decide(candidate, 2, "ELIGIBLE");

        awaitDecisions(2);
        assertThat(ofType(awaitEvents(SUBJECTS, subject, CHANGED, 1), CHANGED)).hasSize(1);
    }

    @Test
    void aDecisionThatComesOutOfSequenceWaitsForTheOneBeforeIt() {
        String subject = enrol(candidate);
        decide(candidate, 2, "INELIGIBLE");
        await().atMost(20, TimeUnit.SECONDS)
                .until(() ->
                        Database.rows("SELECT 1 FROM parked_event WHERE key = ? AND resolved_at IS NULL", candidate)
                                        .size()
                                == 1);
        assertThat(standing(subject)).isEqualTo("PENDING");

        decide(candidate, 1, "ELIGIBLE");

        awaitDecisions(2);
        assertThat(standing(subject)).isEqualTo("REGISTERED");
    }

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
        var changed =
                ofType(awaitEvents(SUBJECTS, subject, CHANGED, 1), CHANGED).getFirst();
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

        awaitDecisions(1);
        assertThat(standing(subject)).isEqualTo("REGISTERED_WITH_DEVIATION");
        hospital().get("/subjects/" + subject + "/journey").then().body("entries.what", hasItem("DECISION"));
    }

    @Test
    void theJourneyTellsAllInOrderOfDays() {
        decide(candidate, 1, "ELIGIBLE");
        awaitDecisions(1);
        String subject = enrol(candidate);
        collect(subject);
        var caseId = UUID.randomUUID().toString();
        KafkaProbe.publish(
                "saisei.safety.cases",
                caseId,
                "saisei.safety.case-reported.v1",
                1,
                Map.ofEntries(
                        entry("caseId", caseId),
                        entry("version", 1),
                        entry("facilityId", OTHER_FACILITY),
                        entry("documentNumber", "AE-OF-ANOTHER"),
                        entry("state", "REPORTED"),
                        entry("subjectId", subject),
                        entry("serious", false),
                        entry("seriousness", java.util.List.of()),
                        entry("malfunction", false),
                        entry("onsetOn", "2026-04-20"),
                        entry("receivedAt", "2026-04-20T01:02:03Z")));
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> !Database.rows("SELECT 1 FROM safety_case WHERE subject_id = ?", subject)
                        .isEmpty());

        var journey = hospital()
                .get("/subjects/" + subject + "/journey")
                .then()
                .statusCode(200)
                .body("entries.what", contains("DECISION", "ENROLMENT", "COLLECTION", "SAFETY_CASE"))
                .body("entries.on", contains("2026-04-10", "2026-04-11", "2026-04-16", "2026-04-20"))
                .extract()
                .asString();

        assertThat(journey).contains(caseId).doesNotContain("AE-OF-ANOTHER", "見本");
        otherHospital().get("/subjects/" + subject + "/journey").then().statusCode(404);
    }

    private void awaitDecisions(int count) {
        awaitDecisions(candidate, count);
    }

    private static void awaitDecisions(String candidate, int count) {
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> Database.rows("SELECT 1 FROM candidate_decision WHERE candidate_id = ?", candidate)
                                .size()
                        == count);
    }
}
