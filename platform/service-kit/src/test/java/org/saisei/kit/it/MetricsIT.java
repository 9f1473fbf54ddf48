package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class MetricsIT {

    @Inject
    MeterRegistry meters;

    @TestHTTPResource("/things")
    URI things;

    @Test
    void aMethodThatNobodyKnowsIsCountedAsOther() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(things)
                            .method("MRN-4711", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }

        await().untilAsserted(() -> assertThat(methods()).contains("OTHER"));
        assertThat(methods()).doesNotContain("MRN-4711");
    }

    private Stream<String> methods() {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("method"))
                .filter(method -> method != null);
    }
}
