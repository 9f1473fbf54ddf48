package org.saisei.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Over the operations that OpenAPI lists, so that a new one cannot be forgotten. */
@QuarkusTest
@WithRealParts
class AccessIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Operation(String method, String path, JsonNode description) {
        String id() {
            return description.path("operationId").asText();
        }

        boolean isOfASubject() {
            return path.contains("{subjectId}");
        }

        /** Every service has the kit's operations after its own; the system tests look at them. */
        boolean isTheKits() {
            return description.path("x-saisei-order").asInt() >= 900;
        }

        boolean isARegistrars() {
            return REGISTRARS.contains(id());
        }

        JsonNode exampleBody() {
            var examples = description
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("examples");
            return examples.isEmpty() ? examples : examples.elements().next().path("value");
        }
    }

    /** Where a hospital has no business, not even with its own subject. */
    private static final Set<String> REGISTRARS = Set.of(
            "listSuspectedDuplicates",
            "placeLegalHold",
            "listLegalHolds",
            "liftLegalHold",
            "eraseIdentity",
            "readIdentityErasure");

    /** What tells who the patient is: for the treating facility alone. */
    private static final Set<String> HOSPITALS = Set.of("readIdentity", "disclose");

    private List<Operation> operations;
    private String subject;
    private Map<String, String> ids;

    @BeforeEach
    void aSubjectWithOneOfEach() throws IOException {
        operations = operations();
        subject = enrolEligible();
        String collection = collect(subject);
        var lot = lotOf(subject);
        String product =
                Registry.hospital().get("/subjects/" + subject + "/products").path("items[0].factId");
        String planned = post("/subjects/" + subject + "/planned-administrations", plan(lot))
                .path("planId");
        String given = post("/subjects/" + subject + "/administrations", administration(lot))
                .path("factId");
        ids = Map.of("collections", collection, "products", product, "administrations", given, "plans", planned);
    }

    @Test
    void anotherFacilitysSubjectIsNotThereInAnyOperation() {
        long audited = Database.rows("SELECT 1 FROM audit WHERE ? = ANY (resource_ids)", subject)
                .size();

        for (var operation : operations) {
            if (operation.isOfASubject()) {
                assertThat(send(otherHospital(), operation).statusCode())
                        .as(operation.id() + " by another facility")
                        .isEqualTo(operation.isARegistrars() ? 403 : 404);
            }
        }

        assertThat(Database.rows("SELECT 1 FROM audit WHERE ? = ANY (resource_ids)", subject))
                .hasSize((int) audited);
    }

    @Test
    void theOwnFacilityFindsItInEveryReadingOperation() {
        for (var operation : operations) {
            if (operation.isOfASubject() && operation.method().equals("get") && !operation.isARegistrars()) {
                assertThat(send(Registry.hospital(), operation).statusCode())
                        .as(operation.id())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theOwnFacilityHasNoBusinessWithWhatARegistrarDecides() {
        for (var operation : operations) {
            if (operation.isARegistrars()) {
                assertThat(send(Registry.hospital(), operation).statusCode())
                        .as(operation.id())
                        .isEqualTo(403);
            }
        }
        assertThat(operations).extracting(Operation::id).containsAll(REGISTRARS);
    }

    @Test
    void withoutATokenNoOperationAnswers() {
        for (var operation : operations) {
            assertThat(send(given().contentType("application/json"), operation).statusCode())
                    .as(operation.id())
                    .isEqualTo(401);
        }
    }

    @Test
    void rolesThatHaveNoBusinessHereAreForbiddenEverywhere() {
        for (var role : List.of("safety_officer", "manufacturer", "analyst", "operator", "committee")) {
            for (var operation : operations) {
                assertThat(send(Registry.as(Tokens.token(role, null)), operation)
                                .statusCode())
                        .as(operation.id() + " by " + role)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aRegistrarReadsButRecordsNothingClinical() {
        for (var operation : operations.stream()
                .filter(operation -> !operation.isARegistrars())
                .toList()) {
            int expected = operation.method().equals("post") || HOSPITALS.contains(operation.id()) ? 403 : 200;
            assertThat(send(Registry.as(Tokens.registrar()), operation).statusCode())
                    .as(operation.id())
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyOperationHasItsPlaceInTheOrderAndAnExampleOfWhatItTakesAndAnswers() {
        var places = new HashSet<Integer>();
        for (var operation : operations) {
            var place = operation.description().path("x-saisei-order");
            assertThat(place.isInt()).as(operation.id()).isTrue();
            assertThat(place.asInt()).isBetween(200, 299);
            assertThat(places.add(place.asInt())).as(operation.id()).isTrue();
            if (operation.method().equals("post")) {
                assertThat(operation.exampleBody().isObject())
                        .as(operation.id())
                        .isTrue();
            }
            var success = operation.description().path("responses").fields();
            assertThat(success.hasNext()).isTrue();
            var answer = operation
                    .description()
                    .path("responses")
                    .path(operation.method().equals("post") ? "201" : "200")
                    .path("content")
                    .path("application/json")
                    .path("examples");
            assertThat(answer.isEmpty())
                    .as("example answer of " + operation.id())
                    .isFalse();
        }
        assertThat(operations).hasSizeGreaterThanOrEqualTo(21);
    }

    @Test
    void everyReferenceInTheDescriptionLeadsSomewhere() throws IOException {
        var document = document();

        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.at("/info/title").asText()).isEqualTo("Saisei registry-service");
    }

    private Response send(RequestSpecification as, Operation operation) {
        var path = operation
                .path()
                .replace("{subjectId}", subject)
                .replace("{planId}", ids.get("plans"))
                .replace("{holdId}", UUID.randomUUID().toString());
        for (var kind : List.of("collections", "products", "administrations")) {
            if (path.contains("/" + kind + "/{factId}")) {
                path = path.replace("{factId}", ids.get(kind));
            }
        }
        assertThat(path).doesNotContain("{");
        if (operation.method().equals("get")) {
            return as.get(path);
        }
        return as.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(operation.exampleBody().toString())
                .request(operation.method(), path);
    }

    private static List<Operation> operations() throws IOException {
        var document = document();
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (List.of("get", "put", "post", "patch", "delete").contains(method.getKey())) {
                        operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        operations.removeIf(Operation::isTheKits);
        return operations;
    }

    private static JsonNode document() throws IOException {
        return JSON.readTree(
                given().accept("application/json").get("/q/openapi?format=json").asString());
    }
}
