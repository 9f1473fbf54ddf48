package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Two replicas of one service share the lanes of its outbox. */
@WithStack
class LanesE2E {
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final int LANES = 24;

    @Test
    void aReplicaTakesOverTheLanesOfAKilledOneAndNothingIsLost(Stack stack) {
        var journey = new Journey(stack).accredited();
        var second = stack.startReplica(ServiceName.ADVERSE_EVENT, 2);
        await("each holds half").atMost(SETTLING).until(() -> holders(stack), List.of(12L, 12L)::equals);
        var subject = journey.enrol(journey.assess("A").text("candidateId"))
                .expect(201)
                .text("subjectId");
        var atFirst = journey.hospital(ServiceName.ADVERSE_EVENT);
        var atSecond = stack.at(second, "hospital", journey.facility());
        var cases = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            cases.add((i % 2 == 0 ? atFirst : atSecond)
                    .post("/cases", journey.report(subject))
                    .expect(201)
                    .text("caseId"));
        }

        second.kill();
        for (int i = 0; i < 60; i++) {
            cases.add(
                    atFirst.post("/cases", journey.report(subject)).expect(201).text("caseId"));
        }

        await("one holds all").atMost(SETTLING).until(() -> holders(stack), List.of((long) LANES)::equals);
        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(Topics.all(stack, "saisei.safety.cases"))
                        .filteredOn(event -> event.type().equals("saisei.safety.case-reported.v1"))
                        .extracting(Topics.Event::key)
                        .containsAll(cases));
        assertThat(stack.number(ServiceName.ADVERSE_EVENT, "SELECT count(*) FROM outbox WHERE published_at IS NULL"))
                .isZero();
    }

    /** How many lanes each living replica holds, fewest first. */
    private static List<Long> holders(Stack stack) {
        return stack
                .rows(
                        ServiceName.ADVERSE_EVENT,
                        "SELECT count(*) FROM outbox_lane WHERE owner IS NOT NULL AND expires_at > clock_timestamp()"
                                + " GROUP BY owner ORDER BY 1")
                .stream()
                .map(row -> (Long) row.getFirst())
                .toList();
    }
}
