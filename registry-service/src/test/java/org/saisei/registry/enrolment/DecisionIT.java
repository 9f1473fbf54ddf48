package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.registry.Registry.ASSESSMENTS;
import static org.saisei.registry.Registry.OTHER_FACILITY;
import static org.saisei.registry.Registry.STANDING_CHANGED;
import static org.saisei.registry.Registry.SUBJECTS;
import static org.saisei.registry.Registry.awaitDecisions;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.awaitStanding;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.decision;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.ofType;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.publish;
import static org.saisei.registry.Registry.standing;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
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

        var told = ofType(awaitEvents(SUBJECTS, subject, STANDING_CHANGED, 1), STANDING_CHANGED)
                .getFirst();
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
        awaitDecisions(candidate, 1);

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
        awaitDecisions(candidate, 1);
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

        awaitDecisions(candidate, 2);
        assertThat(standing(subject)).isEqualTo("REGISTERED");
    }

    @Test
    void aRefusedCandidateNeedsANewEnrolmentAfterAnEligibleDecision() {
        String refused = enrol(candidate);
        var first = decide(candidate, 1, "INELIGIBLE");
        awaitStanding(refused, "REFUSED");
        publish(candidate, 2, with(decision(candidate, "ELIGIBLE"), entry("supersedes", first.get("assessmentId"))));
        awaitDecisions(candidate, 2);
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

        awaitDecisions(candidate, 1);
        assertThat(standing(subject)).isEqualTo("PENDING");
    }

    @Test
    void anEnrolmentUnderAnotherProtocolThanAssessedIsRefused() {
        publish(candidate, 1, with(decision(candidate, "ELIGIBLE"), entry("protocol", "TOY")));
        awaitDecisions(candidate, 1);

        post("/subjects", enrolment(candidate))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/protocol"))
                .body("errors.rule", contains("OTHER_PROTOCOL"));
    }

    @Test
    void aSecondProtocolNeedsNoChangeHere() {
        publish(candidate, 1, with(decision(candidate, "ELIGIBLE"), entry("protocol", "TOY")));
        awaitDecisions(candidate, 1);

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

        awaitDecisions(candidate, 2);
        assertThat(ofType(awaitEvents(SUBJECTS, subject, STANDING_CHANGED, 1), STANDING_CHANGED))
                .hasSize(1);
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

        awaitDecisions(candidate, 2);
        assertThat(standing(subject)).isEqualTo("REGISTERED");
    }
}
