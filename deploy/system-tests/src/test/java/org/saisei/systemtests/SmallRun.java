package org.saisei.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.check.Checker;
import org.saisei.systemtests.chaos.check.Sources;
import org.saisei.systemtests.chaos.check.Verdict;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/** One hospital's commands to a stack, with the history that the checker needs. For any number of threads. */
final class SmallRun {
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Stack stack;
    private final Journey journey;
    private final List<Entry> history = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong commands = new AtomicLong();
    private final JsonNode report;
    private Officer officer;

    SmallRun(Stack stack) {
        this.stack = stack;
        this.journey = new Journey(stack).accredited();
        this.report = journey.report("");
    }

    /** @return the candidateId */
    String assess() {
        return command(ServiceName.ELIGIBILITY, "assessPatient", "/assessments", journey.assessment("A"))
                .orElseThrow()
                .text("candidateId");
    }

    /** @return the subjectId */
    String enrol(String candidateId) {
        return command(
                        ServiceName.REGISTRY,
                        "enrolSubject",
                        "/subjects",
                        journey.enrolment(candidateId, Journey.Identity.random()))
                .orElseThrow()
                .text("subjectId");
    }

    Optional<Reply> collect(String subjectId) {
        return command(
                ServiceName.REGISTRY,
                "recordCollection",
                "/subjects/" + subjectId + "/collections",
                journey.collection());
    }

    Optional<Reply> report(String subjectId) {
        return command(ServiceName.ADVERSE_EVENT, "reportCase", "/cases", Reports.on(report, subjectId));
    }

    /** @return empty without an answer */
    private Optional<Reply> command(ServiceName service, String operation, String path, JsonNode body) {
        long number = commands.incrementAndGet();
        var key = UUID.randomUUID().toString();
        var sent = Instant.now();
        Optional<Reply> answer;
        try {
            answer = Optional.of(journey.hospital(service).send("POST", path, body, Map.of("Idempotency-Key", key)));
        } catch (UncheckedIOException none) {
            answer = Optional.empty();
        }
        history.add(new Entry.Attempt(
                number,
                service.folder(),
                1,
                operation,
                journey.facility(),
                body.path("documentNumber").asText(),
                key,
                null,
                sent,
                Instant.now(),
                answer.map(SmallRun::outcome).orElse(Outcome.UNKNOWN),
                answer.map(Reply::status).orElse(null),
                answer.map(reply -> reply.header("Location"))
                        .filter(location -> !location.isEmpty())
                        .orElse(null)));
        return answer;
    }

    private static Outcome outcome(Reply reply) {
        if (reply.status() < 300) {
            return Outcome.OK;
        }
        return reply.status() < 500 || !reply.header("Retry-After").isEmpty() ? Outcome.FAIL : Outcome.UNKNOWN;
    }

    /** @param watching from the beginning, on one connection */
    void watchedBy(Officer watching) {
        officer = watching;
    }

    private List<Entry> seen() {
        if (officer == null) {
            return List.of();
        }
        var seen = new ArrayList<Entry>();
        seen.add(new Entry.Connected("officer", 1, Instant.EPOCH, "1-0", 200));
        for (var entry : officer.entries()) {
            var data = Journey.json("%s", entry.data());
            seen.add(new Entry.Seen(
                    "officer",
                    1,
                    Instant.now(),
                    entry.id(),
                    entry.event(),
                    data.path("caseId").asText(),
                    data.path("version").asLong()));
        }
        return seen;
    }

    Verdict check() {
        var all = new ArrayList<>(List.copyOf(history));
        all.addAll(seen());
        return Checker.check(
                all,
                Sources.of(
                        stack.processes(),
                        Repository.root(),
                        name -> stack.service(name).uri()));
    }

    /** The verdict once nothing is wrong any more; what is wrong still after some time stays so. */
    Verdict checkSettled(Duration atMost) {
        var last = new AtomicReference<Verdict>();
        try {
            await().pollInterval(AGAIN).atMost(atMost).until(() -> {
                last.set(check());
                return last.get().isClean();
            });
        } catch (ConditionTimeoutException unsettled) {
            // what is wrong still is the verdict
        }
        return last.get();
    }
}
