package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.facts;
import static org.saisei.eligibility.Hospital.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ScreeningIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Hospital hospital = Hospital.fresh();
    private String token = "";

    @BeforeEach
    void accredited() {
        hospital = Hospital.accredited();
        token = Tokens.hospital(hospital.facilityId());
    }

    @Test
    @Tag("S-P1")
    @Tag("S-P2")
    @Tag("S-P5")
    void eachRecordIsAnsweredAsItsAssessmentWouldBe() throws IOException {
        var records = List.of(
                hospital.assessment(facts()),
                hospital.assessment(with(facts(), "traumaticInjury", false)),
                hospital.assessment(with(facts(), "ais", ais("D", "2026-04-09"))),
                hospital.assessment(with(facts(), "hypersensitivityToComponent", null)),
                hospital.assessment(with(facts(), "malignancy", true)),
                with(hospital.assessment(facts()), "stage", "PRE_ADMINISTRATION"),
                with(hospital.assessment(facts()), "assessedOn", "2026-03-31"));

        var answers = BatchClient.answers(token, lines(records));

        assertThat(answers).hasSameSizeAs(records);
        for (var i = 0; i < records.size(); i++) {
            var single = hospital.create("/assessments", records.get(i));
            if (single.statusCode() == 201) {
                JsonNode assessment = JSON.readTree(single.asString());
                assertThat(answers.get(i).path("decision")).isEqualTo(assessment.path("decision"));
                assertThat(answers.get(i).path("coverage")).isEqualTo(assessment.path("coverage"));
                assertThat(answers.get(i).path("missing")).isEqualTo(assessment.path("missing"));
            } else {
                assertThat(answers.get(i).path("problem")).isEqualTo(JSON.readTree(single.asString()));
            }
        }
        assertThat(answers).extracting(line -> line.path("decision").asText()).startsWith("ELIGIBLE", "INELIGIBLE");
        assertThat(answers.get(2).at("/notSatisfied/0/criterion").asText()).isEqualTo("S-P2");
    }

    @Test
    void aLineThatCannotBeReadIsAnsweredByItsOwnProblemAndTheNextGoesOn() throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(line(hospital.assessment(facts())));
        body.writeBytes("{\"documentNumber\": \"X-1\"\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes("\n \t\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(line(with(hospital.assessment(facts()), "candidateId", "K7QH2M9XW4ZT0B5N")));
        body.writeBytes(line(with(hospital.assessment(facts()), "protocol", null)));
        body.writeBytes(line(with(hospital.assessment(facts()), "protocol", "NONE")));
        body.writeBytes(line(with(hospital.assessment(facts()), "assessedOn", "2190-01-01")));
        body.writeBytes(line(hospital.assessment(with(facts(), "patientName", "x"))));
        body.writeBytes(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"', '\n'});
        body.writeBytes("null\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("{\"x\": \"" + "x".repeat(64 * 1024) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new String(line(hospital.assessment(facts())), StandardCharsets.UTF_8)
                .strip()
                .getBytes(StandardCharsets.UTF_8));

        var answers = BatchClient.answers(token, body.toByteArray());

        assertThat(answers)
                .extracting(line -> line.path("line").asInt() + " "
                        + line.path("decision").asText()
                        + line.at("/problem/status").asText() + " "
                        + line.at("/problem/errors/0/pointer").asText())
                .containsExactly(
                        "1 ELIGIBLE ",
                        "2 400 ",
                        "5 400 /candidateId",
                        "6 400 /protocol",
                        "7 400 /protocol",
                        "8 422 /assessedOn",
                        "9 400 /facts/patientName",
                        "10 400 ",
                        "11 400 ",
                        "12 413 ",
                        "13 ELIGIBLE ");
        assertThat(answers.toString()).doesNotContain("\"X-1\"");
    }

    @Test
    void aLineIsAnsweredBeforeTheNextIsSent() throws IOException {
        try (var client = BatchClient.open(token)) {
            for (var i = 0; i < 5; i++) {
                var record = hospital.assessment(facts());
                client.sendLine(record);

                var answer = Objects.requireNonNull(client.read());
                assertThat(answer.path("documentNumber").asText()).isEqualTo(record.get("documentNumber"));
            }
            client.finish();

            assertThat(client.read()).isNull();
        }
    }

    @Test
    void aScreeningKeepsNothingButItsRowsInTheAuditTrail() throws IOException {
        var record = hospital.assessment(facts());

        var first = BatchClient.answers(token, lines(List.of(record, Map.of())));
        var again = BatchClient.answers(token, lines(List.of(record, Map.of())));

        assertThat(again).isEqualTo(first);
        assertThat(count("assessment")).isZero();
        assertThat(count("candidate")).isZero();
        assertThat(audited())
                .containsExactly(
                        "opened",
                        "closed lines=2 decisions={ELIGIBLE=1} problems=1",
                        "opened",
                        "closed lines=2 decisions={ELIGIBLE=1} problems=1");
        assertThat(Database.rows(
                        "SELECT id FROM audit WHERE facility_id = ? AND kind = 'WRITE' AND action LIKE '%creen%'",
                        hospital.facilityId()))
                .isEmpty();
    }

    @Test
    void theLineThatIsOneTooManyIsAnsweredByAProblemAndEndsTheAnswer() throws IOException {
        var body = "{}\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        var answers = BatchClient.answers(token, body);

        assertThat(answers).hasSize(10_001);
        assertThat(answers.get(9_999).at("/problem/status").asInt()).isEqualTo(400);
        assertThat(answers.getLast().path("line").asInt()).isEqualTo(10_001);
        assertThat(answers.getLast().at("/problem/type").asText()).isEqualTo("/problems/too-many-lines");
    }

    @Test
    void aBodyWithoutALineIsRefused() throws IOException {
        for (var body : List.of("", "\n", " \r\n\n")) {
            try (var client = BatchClient.open(token)) {
                if (!body.isEmpty()) {
                    client.send(body.getBytes(StandardCharsets.UTF_8));
                }
                client.finish();

                assertThat(client.status()).isEqualTo(400);
            }
        }
        assertThat(audited()).isEmpty();
    }

    @Test
    void aClientThatDoesNotReadIsNotReadFromAndItsGoingEndsTheWork() throws Exception {
        // nothing known gives the longest answers: ten thousand of them are far more than the sockets hold
        var line = line(hospital.assessment(Map.of()));
        var sent = new AtomicInteger();
        try (var client = BatchClient.openNarrow(token)) {
            var sender = Thread.ofVirtual().start(() -> {
                try {
                    while (sent.get() < 1_000_000) {
                        client.send(line);
                        sent.incrementAndGet();
                    }
                } catch (IOException closed) {
                    // by this test
                }
            });
            var before = new AtomicInteger(-1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> before.getAndSet(sent.get()) == sent.get());
            assertThat(sender.isAlive()).isTrue();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(audited()).hasSize(2).last().asString().startsWith("closed lines="));
    }

    @Test
    void onlyAHospitalScreens() throws IOException {
        try (var client = BatchClient.open(Tokens.registrar())) {
            client.finish();

            assertThat(client.status()).isEqualTo(403);
        }
        hospital.post("/assessments/batch", Map.of()).then().statusCode(415);
    }

    private List<String> audited() {
        return Database.rows(
                        "SELECT query FROM audit WHERE action = 'screenPatients' AND facility_id = ? ORDER BY id",
                        hospital.facilityId())
                .stream()
                .map(row -> (String) row.get("query"))
                .toList();
    }

    private int count(String table) {
        return Database.rows("SELECT 1 FROM " + table + " WHERE facility_id = ?", hospital.facilityId())
                .size();
    }

    private static byte[] lines(List<? extends Map<String, ?>> records) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var record : records) {
            body.writeBytes(line(record));
        }
        return body.toByteArray();
    }

    private static byte[] line(Map<String, ?> record) throws IOException {
        return (JSON.writeValueAsString(record) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
