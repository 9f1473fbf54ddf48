package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

@WithStack
class StreamE2E {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Test
    @Tag("S-A5")
    void theStreamResumesWithoutGapOrRepeatOverRestartsOfBrokerAndService(Stack stack) throws Exception {
        var journey = new Journey(stack).accredited();
        var subject = journey.enrol(journey.assess("A").text("candidateId"))
                .expect(201)
                .text("subjectId");
        var service = stack.service(ServiceName.ADVERSE_EVENT);
        try (var officer = officer(stack, null).opened()) {
            var cases = new ArrayList<String>();
            report(journey, subject, cases, 10);
            stack.processes().kafka().kill();
            report(journey, subject, cases, 10);
            stack.processes().kafka().restart();
            report(journey, subject, cases, 10);
            service.kill();
            service.restart();
            service.awaitReady(Stack.PATIENCE);
            report(journey, subject, cases, 10);

            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(officer.entries())
                            .filteredOn(entry -> entry.event().equals("case-reported"))
                            .extracting(entry -> Caller.JSON
                                    .readTree(entry.data())
                                    .path("caseId")
                                    .asText())
                            .containsAll(cases));
            var positions =
                    officer.entries().stream().map(Officer.Entry::position).toList();
            assertThat(positions).doesNotHaveDuplicates().isSorted();
            assertThat(positions.getLast() - positions.getFirst() + 1)
                    .as("dense: no position is missing")
                    .isEqualTo(positions.size());
            assertThat(officer.connections()).as("it really was cut off once").isGreaterThan(1);
        }
    }

    @Test
    void kcatReadsACaseWithItsCloudEventsHeaders(Stack stack) throws Exception {
        boolean required = Boolean.getBoolean("saisei.kcat.required");
        if (!required) {
            Assumptions.assumeTrue(hasKcat(), "kcat is not installed; .ci/run installs it");
        }
        var journey = new Journey(stack).accredited();
        var caseId = journey.hospital(ServiceName.ADVERSE_EVENT)
                .post("/cases", journey.report(Reports.UNKNOWN_SUBJECT))
                .expect(201)
                .text("caseId");
        await().atMost(RECOVERY)
                .until(() -> !Topics.of(stack, "saisei.safety.cases", caseId).isEmpty());

        var process = new ProcessBuilder(
                        "kcat",
                        "-b",
                        stack.processes().kafka().bootstrapServers(),
                        "-C",
                        "-t",
                        "saisei.safety.cases",
                        "-o",
                        "beginning",
                        "-e",
                        "-q",
                        "-X",
                        "isolation.level=read_committed",
                        "-f",
                        "%k|%h|%s\n")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines().filter(line -> line.startsWith(caseId + "|")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "ce_specversion=1.0",
                                "ce_type=saisei.safety.case-",
                                "ce_id=",
                                "ce_sequence=",
                                "ce_subject=" + caseId));
    }

    private static boolean hasKcat() {
        try {
            return new ProcessBuilder("kcat", "-V")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void report(Journey journey, String subject, List<String> cases, int count) {
        for (int i = 0; i < count; i++) {
            cases.add(journey.hospital(ServiceName.ADVERSE_EVENT)
                    .post("/cases", journey.report(subject))
                    .expect(201)
                    .text("caseId"));
        }
    }

    private static Officer officer(Stack stack, String lastId) {
        var token = stack.processes().tokens().token("safety_officer", null, List.of());
        return new Officer(
                () -> URI.create(stack.service(ServiceName.ADVERSE_EVENT).uri() + "/cases/stream"), token, lastId);
    }
}
