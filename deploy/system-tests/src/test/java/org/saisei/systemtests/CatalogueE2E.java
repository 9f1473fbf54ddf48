package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

    @Test
    void adverseEventsAreTakenUnderEveryProtocolServed(Stack stack) throws IOException {
        var served = new TreeSet<String>();
        stack.caller(ServiceName.ELIGIBILITY, "registrar", null)
                .get("/protocols")
                .expect(200)
                .body()
                .path("items")
                .forEach(protocol -> served.add(protocol.path("protocol").asText()));

        var taken = Subscriptions.properties(Repository.root().resolve("adverse-event-service"))
                .getProperty("saisei.protocols", "");

        assertThat(taken.split(",", -1)).containsExactlyInAnyOrderElementsOf(served);
    }
}
