package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** What a hospital is told to ask elsewhere for its patient is answered there. */
@WithStack
class DisclosureE2E {

    @Test
    void everyRequestThatADisclosureNamesIsAnsweredToWhomItNames(Stack stack) {
        var treating = new Journey(stack).accredited();
        var assessed = treating.assess("A");
        var subject = treating.enrol(assessed.text("candidateId")).expect(201).text("subjectId");
        treating.hospital(ServiceName.ADVERSE_EVENT)
                .post("/cases", treating.report(subject))
                .expect(201);
        var elsewhere = new Journey(stack);
        elsewhere
                .hospital(ServiceName.ADVERSE_EVENT)
                .post("/cases", elsewhere.report(subject))
                .expect(201);

        var named = await().atMost(Stack.PATIENCE)
                .until(
                        () -> named(treating, subject),
                        all -> asked(all, "GET /cases/") == 2
                                && asked(all, "GET /assessments/" + assessed.text("assessmentId")) == 1);

        var whoms = new HashSet<String>();
        for (var one : named) {
            var service = Arrays.stream(ServiceName.values())
                    .filter(name -> name.folder().equals(one.path("service").asText()))
                    .findFirst()
                    .orElseThrow();
            var whom = one.path("whom").asText();
            var reader = whom.equals("YOU") ? treating.hospital(service) : stack.caller(service, "registrar", null);
            reader.get(path(one, "ask")).expect(200);
            await().atMost(Stack.PATIENCE)
                    .untilAsserted(() -> assertThat(reader.get(path(one, "accesses"))
                                    .expect(200)
                                    .body()
                                    .path("items"))
                            .as(one.toString())
                            .isNotEmpty());
            whoms.add(whom);
        }
        assertThat(whoms).containsExactlyInAnyOrder("YOU", "REGISTRAR");
    }

    private static List<JsonNode> named(Journey treating, String subject) {
        var items = treating.hospital(ServiceName.REGISTRY)
                .get("/subjects/" + subject + "/disclosure")
                .expect(200)
                .body()
                .path("elsewhere");
        return items.valueStream().toList();
    }

    private static long asked(List<JsonNode> named, String beginning) {
        return named.stream()
                .filter(one -> one.path("ask").asText().startsWith(beginning))
                .count();
    }

    private static String path(JsonNode elsewhere, String request) {
        var text = elsewhere.path(request).asText();
        assertThat(text).startsWith("GET /");
        return text.substring("GET ".length());
    }
}
