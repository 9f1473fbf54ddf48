package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.identity;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

/** They share transactions where they can, and nobody is to notice. */
@QuarkusTest
@WithRealParts
class EnrolmentsAtOnceIT {
    private static final int MANY = 40;

    @Inject
    MeterRegistry meters;

    @Test
    void eachIsEnrolledAsIfItWereAlone() {
        double failed = failedGroups();
        var bodies = IntStream.range(0, MANY)
                .mapToObj(i -> enrolment(newCandidate()))
                .toList();

        var answers = atOnce(bodies);

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(answer -> answer.jsonPath().getString("candidateId")))
                .containsExactlyElementsOf(bodies.stream()
                        .map(body -> (String) body.get("candidateId"))
                        .toList());
        for (var answer : answers) {
            var subject = answer.jsonPath().getString("subjectId");
            assertThat(Registry.awaitEvents(Registry.SUBJECTS, subject, "saisei.registry.subject-enrolled.v1", 1))
                    .singleElement()
                    .satisfies(event -> assertThat(event.sequence()).isEqualTo(1));
            assertThat(transactions("resource_ids = ARRAY['" + subject + "']")).hasSize(1);
        }
        assertThat(transactions("resource_ids && ARRAY["
                        + answers.stream()
                                .map(answer -> "'" + answer.jsonPath().getString("subjectId") + "'")
                                .collect(Collectors.joining(","))
                        + "]"))
                .hasSizeLessThan(MANY);
        assertThat(failedGroups()).isEqualTo(failed);
    }

    @Test
    void oneThatIsRefusedLeavesItsNeighboursAlone() {
        double failed = failedGroups();
        var bodies = IntStream.range(0, MANY)
                .mapToObj(i -> i % 4 == 0
                        ? with(enrolment(newCandidate()), entry("injuryDate", "2026-04-12"))
                        : enrolment(newCandidate()))
                .toList();

        var statuses = atOnce(bodies).stream().map(Response::statusCode).toList();

        assertThat(statuses)
                .containsExactlyElementsOf(IntStream.range(0, MANY)
                        .mapToObj(i -> i % 4 == 0 ? 422 : 201)
                        .toList());
        assertThat(failedGroups()).isEqualTo(failed);
    }

    @Test
    void aCandidateGetsOneLivingEnrolment() {
        var candidate = newCandidate();

        var answers =
                atOnce(IntStream.range(0, 8).mapToObj(i -> enrolment(candidate)).toList());

        var byStatus = answers.stream().collect(Collectors.groupingBy(Response::statusCode));
        assertThat(byStatus).containsOnlyKeys(201, 409);
        assertThat(byStatus.get(201)).hasSize(1);
    }

    @Test
    void anOwnDocumentNumberIsTakenOnce() {
        var document = newDocument("ENR");

        var answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> with(enrolment(newCandidate()), entry("documentNumber", document)))
                .toList());

        var byStatus = answers.stream().collect(Collectors.groupingBy(Response::statusCode));
        assertThat(byStatus).containsOnlyKeys(201, 409);
        assertThat(byStatus.get(201)).hasSize(1);
    }

    @Test
    void onePatientEnrolledManyTimesIsSuspectedByEveryLaterEnrolment() {
        var patient = identity(newDocument("MRN"));

        var answers = atOnce(IntStream.range(0, 6)
                .mapToObj(i -> with(enrolment(newCandidate()), entry("identity", patient)))
                .toList());

        assertThat(answers.stream()
                        .map(answer ->
                                answer.jsonPath().getList("suspectedDuplicates").size()))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    private static List<Response> atOnce(List<Map<String, Object>> bodies) {
        try (var threads = Executors.newFixedThreadPool(bodies.size())) {
            var answers = bodies.stream()
                    .map(body -> CompletableFuture.supplyAsync(() -> post("/subjects", body), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Stream<Object> transactions(String condition) {
        return Database.rows("SELECT DISTINCT transaction_id::text AS id FROM audit WHERE action = 'enrolSubject' AND "
                        + condition)
                .stream()
                .map(row -> row.get("id"));
    }

    private double failedGroups() {
        return meters.counter("saisei.commit.group.failures").count();
    }
}
