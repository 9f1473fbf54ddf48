package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.saisei.kit.reconciliation.Anomaly.Kind.DUPLICATED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.HALF_APPLIED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.LOST;
import static org.saisei.kit.reconciliation.Anomaly.Kind.REORDERED;
import static org.saisei.kit.reconciliation.Anomaly.Kind.UNSEEN;
import static org.saisei.stack.ServiceName.ADVERSE_EVENT;
import static org.saisei.stack.ServiceName.ELIGIBILITY;
import static org.saisei.stack.ServiceName.REGISTRY;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.check.Checker;
import org.saisei.systemtests.chaos.check.Verdict;

/** The checker reads real databases and topics: it finds nothing in a run that went well, and each anomaly planted there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock("a stack of their own")
class CheckerE2E {
    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;
    private static final int PATIENTS = 3;
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static Stack stack;
    private static SmallRun run;
    private static Officer officer;

    @BeforeAll
    static void aRunThatGoesWell() throws Exception {
        stack = Stack.start("checker");
        run = new SmallRun(stack);
        var token = stack.processes().tokens().token("safety_officer", null, List.of());
        officer = new Officer(() -> stack.service(ADVERSE_EVENT).uri().resolve("/cases/stream"), token, "1-0").opened();
        run.watchedBy(officer);
        for (int i = 0; i < PATIENTS; i++) {
            var subject = run.enrol(run.assess());
            run.collect(subject).orElseThrow().expect(201);
            run.report(subject).orElseThrow().expect(201);
        }
    }

    @AfterAll
    static void stop() {
        officer.close();
        stack.close();
    }

    @Test
    @Order(FIRST)
    void ofARunThatWentWellEveryFigureIsZero() {
        var verdict = run.checkSettled(SETTLING);

        assertThat(verdict.lines().getLast())
                .as(verdict.toString())
                .isEqualTo("lost 0 duplicated 0 reordered 0 unseen 0 half-applied 0");
        assertThat(verdict.looked())
                .containsEntry("commands OK", 4L * PATIENTS)
                .containsEntry("enrolments", (long) PATIENTS)
                .containsEntry("cases", (long) PATIENTS);
        assertThat(verdict.looked().get("seen")).isGreaterThanOrEqualTo(2L * PATIENTS);
    }

    @Test
    void theCheckerKnowsEveryOperationThatChangesSomething() {
        assertThat(Operation.all(stack))
                .filteredOn(Operation::changes)
                .extracting(Operation::id)
                .allMatch(Checker::knows);
    }

    @ParameterizedTest
    @MethodSource
    void aRowThatIsPlantedInADatabaseIsFoundAndNamed(
            ServiceName service, String table, String change, Kind kind, String rule) throws SQLException {
        try (var database = stack.processes().postgres().superuser(service.database());
                var statement = database.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("CREATE TEMPORARY TABLE kept_aside AS TABLE " + table);
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
            try {
                assertFound(run.check(), kind, rule);
            } finally {
                statement.execute("DELETE FROM " + table);
                statement.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE TABLE kept_aside");
            }
        }
    }

    static Stream<Arguments> aRowThatIsPlantedInADatabaseIsFoundAndNamed() {
        return Stream.of(
                argumentSet(
                        "an answered case is gone",
                        ADVERSE_EVENT,
                        "safety_case",
                        "DELETE FROM safety_case WHERE case_id = (SELECT max(case_id::text)::uuid FROM safety_case)",
                        LOST,
                        "answered, and not there"),
                argumentSet(
                        "a case has no entry in the feed",
                        ADVERSE_EVENT,
                        "feed_entry",
                        "DELETE FROM feed_entry WHERE position = 1",
                        HALF_APPLIED,
                        "entries of the feed"),
                argumentSet(
                        "a case is not linked",
                        ADVERSE_EVENT,
                        "safety_case",
                        "UPDATE safety_case SET linked_subject = NULL"
                                + " WHERE case_id = (SELECT max(case_id::text)::uuid FROM safety_case)",
                        UNSEEN,
                        "cases not linked"),
                argumentSet(
                        "a kept answer is gone",
                        ADVERSE_EVENT,
                        "idempotency",
                        "DELETE FROM idempotency WHERE scope = (SELECT min(scope) FROM idempotency)",
                        HALF_APPLIED,
                        "answers kept for repeats"),
                argumentSet(
                        "a row of the outbox is gone",
                        REGISTRY,
                        "outbox",
                        "DELETE FROM outbox WHERE position = (SELECT min(position) FROM outbox)",
                        LOST,
                        "on its topic, and not in the outbox"),
                argumentSet(
                        "a sequence is moved",
                        REGISTRY,
                        "outbox",
                        "UPDATE outbox SET seq = seq + 100 WHERE position = (SELECT min(position) FROM outbox)",
                        HALF_APPLIED,
                        "on its topic otherwise than in the outbox"),
                argumentSet(
                        "a row is marked as published that was not sent",
                        ELIGIBILITY,
                        "outbox",
                        "INSERT INTO outbox (id, topic, key, seq, lane, type, occurred_at, payload, published_at)"
                                + " SELECT gen_random_uuid(), topic, key, seq + 1, lane, type, occurred_at, payload, now()"
                                + " FROM outbox WHERE topic = 'saisei.eligibility.assessments' LIMIT 1",
                        LOST,
                        "marked as published, and not on its topic"),
                argumentSet(
                        "a row of the inbox is gone",
                        REGISTRY,
                        "inbox",
                        "DELETE FROM inbox WHERE event_id = (SELECT max(event_id::text)::uuid FROM inbox)",
                        LOST,
                        "neither applied nor parked"),
                argumentSet(
                        "a mark is behind",
                        ELIGIBILITY,
                        "inbox_mark",
                        "UPDATE inbox_mark SET last_seq = last_seq - 1"
                                + " WHERE topic || key = (SELECT min(topic || key) FROM inbox_mark)",
                        HALF_APPLIED,
                        "applied, and not marked as applied"),
                argumentSet(
                        "a decision has not arrived",
                        REGISTRY,
                        "candidate_decision",
                        "DELETE FROM candidate_decision"
                                + " WHERE assessment_id = (SELECT max(assessment_id::text)::uuid FROM candidate_decision)",
                        UNSEEN,
                        "decisions of eligibility-service at registry-service"),
                argumentSet(
                        "an enrolment waits",
                        REGISTRY,
                        "subject",
                        "UPDATE subject SET standing = 'PENDING' WHERE subject_id = (SELECT min(subject_id) FROM subject)",
                        UNSEEN,
                        "enrolments that wait"),
                argumentSet(
                        "an identity is not kept",
                        REGISTRY,
                        "identity.patient",
                        "DELETE FROM identity.patient WHERE subject_id = (SELECT min(subject_id) FROM identity.patient)",
                        HALF_APPLIED,
                        "what belongs to it"));
    }

    /** These stay, so nothing is compared after them. */
    @Test
    @Order(LAST)
    void whatIsPlantedWhereNothingIsTakenBackIsFoundAndNamed() throws Exception {
        stack.change(REGISTRY, """
                INSERT INTO audit (id, kind, actor, client, roles, action, resource, resource_ids, after)
                SELECT gen_random_uuid(), kind, actor, client, roles, action, resource, resource_ids, after
                FROM audit WHERE action = 'noteDecision' LIMIT 1
                """);
        var row = stack.rows(
                        REGISTRY,
                        "SELECT topic, key, lane, type FROM outbox WHERE topic = 'saisei.registry.treatments' LIMIT 1")
                .getFirst();
        var another = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", stack.processes().kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(planted(row, (String) row.get(1), another, 1)).get();
            producer.send(planted(row, "K-1", UUID.randomUUID().toString(), 2)).get();
            producer.send(planted(row, "K-1", UUID.randomUUID().toString(), 1)).get();
        }

        var verdict = run.check();

        assertFound(verdict, DUPLICATED, "noteDecision for each event applied");
        assertFound(verdict, DUPLICATED, "in the place of another");
        assertThat(verdict.anomalies())
                .anySatisfy(anomaly -> assertThat(anomaly.ids()).contains(another));
        assertFound(verdict, REORDERED, "after a later one of its key");
    }

    private static ProducerRecord<String, byte[]> planted(List<Object> row, String key, String id, long sequence) {
        var record = new ProducerRecord<>(
                (String) row.get(0), ((Number) row.get(2)).intValue(), key, "{}".getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        id,
                        "ce_type",
                        (String) row.get(3),
                        "ce_source",
                        "/saisei/registry-service",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        String.valueOf(sequence))
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    static void assertFound(Verdict verdict, Kind kind, String rule) {
        assertThat(verdict.anomalies()).as(verdict.toString()).anySatisfy(anomaly -> {
            assertThat(anomaly.kind()).isEqualTo(kind);
            assertThat(anomaly.what()).contains(rule);
            assertThat(anomaly.ids()).isNotEmpty();
        });
    }
}
