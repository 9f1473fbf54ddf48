package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** A criterion that is applied is also claimed, and what is claimed has a test: see {@link TraceabilityTest}. */
@WithStack
class CatalogueE2E {

    @Test
    void everyCriterionServedIsClaimedAsDone(Stack stack) {
        var eligibility = stack.caller(ServiceName.ELIGIBILITY, "registrar", null);
        var served = new TreeSet<>(Traceability.BY_RULE);

        for (JsonNode protocol :
                eligibility.get("/protocols").expect(200).body().path("items")) {
            var criteria = eligibility
                    .get("/protocols/" + protocol.path("protocol").asText() + "/criteria")
                    .expect(200)
                    .body();
            criteria.path("items")
                    .forEach(criterion -> served.add(criterion.path("criterion").asText()));
        }

        assertThat(served).isNotEmpty();
        assertThat(Traceability.of(Repository.root()).claims()).containsAll(served);
    }
}
