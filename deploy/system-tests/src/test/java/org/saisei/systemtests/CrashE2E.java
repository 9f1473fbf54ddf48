package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** What a service answered while the broker was away survives the service's death, and has its effect once. */
@WithStack
class CrashE2E {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private Stack stack;
    private Journey journey;

    @BeforeEach
    void accreditedHospital(Stack shared) {
        stack = shared;
        journey = new Journey(shared).accredited();
    }

    @AfterEach
    void allPartsRunAgain() {
        if (!stack.processes().kafka().process().isAlive()) {
            stack.processes().kafka().restart();
        }
        for (var name : ServiceName.values()) {
            if (!stack.service(name).isAlive()) {
                stack.service(name).restart();
            }
            stack.service(name).awaitReady(Stack.PATIENCE);
        }
    }

    @Test
    void anAssessmentAnsweredWithoutBrokerSettlesItsEnrolmentAfterEligibilityWasKilled() {
        stack.processes().kafka().kill();
        var candidate = journey.assess("A").text("candidateId");
        var subject = journey.enrol(candidate).expect(201).text("subjectId");
        stack.service(ServiceName.ELIGIBILITY).kill();

        startAgain(ServiceName.ELIGIBILITY);

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(journey.standing(subject)).isEqualTo("REGISTERED"));
        assertThat(stack.number(ServiceName.REGISTRY, "SELECT count(*) FROM inbox WHERE key = ?", candidate))
                .isEqualTo(1);
        assertThat(Topics.of(stack, "saisei.registry.subjects", subject))
                .filteredOn(event -> event.type().equals("saisei.registry.standing-changed.v1"))
                .extracting(Topics.Event::id)
                .hasSize(1);
    }

    @Test
    void anEnrolmentAnsweredWithoutBrokerLinksItsCaseAfterRegistryWasKilled() {
        var candidate = journey.assess("A").text("candidateId");
        stack.processes().kafka().kill();
        var subject = journey.enrol(candidate).expect(201).text("subjectId");
        var caseId = journey.hospital(ServiceName.ADVERSE_EVENT)
                .post("/cases", journey.report(subject))
                .expect(201)
                .text("caseId");
        stack.service(ServiceName.REGISTRY).kill();

        startAgain(ServiceName.REGISTRY);

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(Topics.of(stack, "saisei.safety.cases", caseId))
                        .extracting(Topics.Event::type)
                        .containsExactly("saisei.safety.case-reported.v1", "saisei.safety.case-linked.v1"));
        assertThat(stack.number(
                        ServiceName.ADVERSE_EVENT,
                        "SELECT count(*) FROM inbox WHERE key = ? AND topic = 'saisei.registry.subjects' AND seq = 1",
                        subject))
                .isEqualTo(1);
    }

    @Test
    void aCaseAnsweredWithoutBrokerReachesTheTopicAfterItsServiceWasKilled() {
        var subject = journey.enrol(journey.assess("A").text("candidateId"))
                .expect(201)
                .text("subjectId");
        stack.processes().kafka().kill();
        var caseId = journey.hospital(ServiceName.ADVERSE_EVENT)
                .post("/cases", journey.report(subject))
                .expect(201)
                .text("caseId");
        stack.service(ServiceName.ADVERSE_EVENT).kill();

        startAgain(ServiceName.ADVERSE_EVENT);

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(Topics.of(stack, "saisei.safety.cases", caseId))
                        .extracting(Topics.Event::type)
                        .contains("saisei.safety.case-reported.v1"));
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(stack.number(
                                ServiceName.REGISTRY,
                                "SELECT count(*) FROM inbox WHERE key = ? AND topic = 'saisei.safety.cases' AND seq = 1",
                                caseId))
                        .isEqualTo(1));
    }

    private void startAgain(ServiceName name) {
        stack.processes().kafka().restart();
        stack.service(name).restart();
        stack.service(name).awaitReady(Stack.PATIENCE);
    }
}
