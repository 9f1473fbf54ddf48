package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;
import org.saisei.stack.StackPorts;

/** The registry's identities while its replicas come and go, on a PostgreSQL of its own. */
@ResourceLock("a stack of their own")
class IdentityStoreE2E {
    private static final String FACILITY = "F-KEYS-01";
    private static final String OLD = "old:" + newKey();
    private static final String NEW = "new:" + newKey();
    private static final Pattern WAITING =
            Pattern.compile("saisei_keys_waiting_for_rewrap\\{[^}]*identity\\.patient[^}]*} ([0-9.]+)");

    private static LocalStack stack;
    private static ServiceProcess replica;

    @BeforeAll
    static void startOneReplica() {
        stack = new LocalStack(
                Repository.root(),
                Repository.root().resolve("deploy/system-tests/target/stacks/identity-" + System.nanoTime()),
                StackPorts.any());
        stack.startInfrastructure();
        replica = start(1, OLD + "," + NEW);
        replica.awaitReady(Stack.PATIENCE);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static ServiceProcess start(int number, String wrappingKeys) {
        return stack.start(
                ServiceName.REGISTRY,
                number,
                Map.of("SAISEI_KEYS_WRAPPING", wrappingKeys, "SAISEI_KEYS_REWRAP_EVERY", "PT0.5S"));
    }

    private static String newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Caller hospital(ServiceProcess at) {
        return new Caller(at::uri, stack.tokens().token("hospital", FACILITY, List.of()));
    }

    private static String enrol(ServiceProcess at) {
        var document = UUID.randomUUID().toString();
        return hospital(at)
                .post("/subjects", Journey.json("""
                        {"documentNumber": "%s", "protocol": "STEMIRAC", "candidateId": "%s", "injuryDate": "2026-04-05",
                         "sex": "MALE", "enrolledOn": "2026-04-21",
                         "identity": {"nameKanji": "患者", "nameKana": "カンジャ", "birthDate": "1972-03-04",
                                      "medicalRecordNumber": "%s"}}
                        """, document, candidate(), document))
                .expect(201)
                .text("subjectId");
    }

    private static String candidate() {
        var random = new SecureRandom();
        return random.ints(16, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static int reading(ServiceProcess at, String subject) {
        return hospital(at).get("/subjects/" + subject + "/identity").status();
    }

    @Test
    void aWrappingKeyIsReplacedWhilePatientsAreEnrolledAndRead() throws Exception {
        var enrolled = new CopyOnWriteArrayList<>(List.of(enrol(replica)));
        var faults = new CopyOnWriteArrayList<String>();
        var replicas = new AtomicReference<>(List.of(replica));
        var stop = new AtomicBoolean();
        try (var work = Executors.newFixedThreadPool(2)) {
            work.submit(() -> keepOn(stop, faults, () -> enrolled.add(enrol(any(replicas.get())))));
            work.submit(() -> keepOn(stop, faults, () -> {
                var subject = any(enrolled);
                assertThat(reading(any(replicas.get()), subject)).as(subject).isEqualTo(200);
            }));
            try {
                var second = start(2, NEW + "," + OLD);
                second.awaitReady(Stack.PATIENCE);
                replicas.set(List.of(replica, second));
                awaitEnrolments(enrolled, 20);
                replicas.set(List.of(second));
                awaitEnrolments(enrolled, 5);
                replica.stop();
                await().atMost(Stack.PATIENCE).until(() -> waiting(second) == 0);
                replica = start(3, NEW);
                replica.awaitReady(Stack.PATIENCE);
                replicas.set(List.of(replica));
                awaitEnrolments(enrolled, 5);
                second.stop();
            } finally {
                stop.set(true);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(enrolled)
                .allSatisfy(subject -> assertThat(reading(replica, subject)).isEqualTo(200));
        assertThat(waiting(replica)).isZero();
    }

    private static void awaitEnrolments(List<String> enrolled, int more) {
        int before = enrolled.size();
        await().atMost(Stack.PATIENCE).until(() -> enrolled.size() >= before + more);
    }

    private static void keepOn(AtomicBoolean stop, List<String> faults, Runnable work) {
        while (!stop.get()) {
            try {
                work.run();
            } catch (RuntimeException | AssertionError fault) {
                faults.add(fault.toString());
            }
        }
    }

    private static <T> T any(List<T> list) {
        return list.get((int) (Math.random() * list.size()));
    }

    private static double waiting(ServiceProcess at) throws IOException, InterruptedException {
        var metrics = Caller.HTTP
                .send(
                        HttpRequest.newBuilder(at.managementUri().resolve("/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var found = WAITING.matcher(metrics);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    @Test
    void anIdentityThatARestoreBroughtBackIsErasedBeforeThePortOpens() throws Exception {
        var subject = enrol(replica);
        remember(subject);
        new Caller(replica::uri, stack.tokens().token("registrar", null, List.of()))
                .post("/subjects/" + subject + "/identity-erasure", Journey.json("""
                        {"documentNumber": "%s", "ground": "PATIENT_REQUEST", "reference": "REQ-1"}
                        """, UUID.randomUUID()))
                .expect(201);
        assertThat(reading(replica, subject)).isEqualTo(410);
        replica.stop();
        restore();

        try (var held = stack.postgres().superuser(ServiceName.REGISTRY.database())) {
            held.setAutoCommit(false);
            held.createStatement().execute("SELECT 1 FROM subject WHERE subject_id = '" + subject + "' FOR UPDATE");
            replica.restart();
            await().atMost(Stack.PATIENCE)
                    .until(() -> replica.process().lastLogLines(50).stream()
                            .anyMatch(line -> line.contains("erasure journal: waiting for the database")));
            assertThatThrownBy(() -> reading(replica, subject)).hasCauseInstanceOf(ConnectException.class);
        }
        replica.awaitReady(Stack.PATIENCE);

        assertThat(reading(replica, subject)).isEqualTo(410);
        assertThat(hospital(replica).get("/subjects/" + subject).status()).isEqualTo(200);
    }

    private static void remember(String subject) throws SQLException {
        execute("CREATE TABLE backup AS SELECT * FROM identity.patient WHERE subject_id = '" + subject + "'");
    }

    private static void restore() throws SQLException {
        // history's triggers do not stand in the way of a restore
        execute(
                "SET session_replication_role = replica",
                "DELETE FROM identity.erasure",
                "INSERT INTO identity.patient SELECT * FROM backup");
    }

    private static void execute(String... statements) throws SQLException {
        try (var connection = stack.postgres().superuser(ServiceName.REGISTRY.database());
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @Test
    void withoutAJournalTheRegistryRefusesToStart() {
        var without = stack.start(
                ServiceName.REGISTRY,
                9,
                Map.of("SAISEI_IDENTITY_ERASURE_JOURNAL", stack.erasureJournal() + "/not-mounted"));

        assertThatThrownBy(() -> without.awaitReady(Stack.PATIENCE))
                .hasMessageContaining("not-mounted is not there")
                .hasMessageContaining("ended while starting");
    }
}
