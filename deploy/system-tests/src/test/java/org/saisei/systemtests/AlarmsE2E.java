package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** An alarm on a gauge that no service has would never ring. */
@WithStack
class AlarmsE2E {
    private static final Pattern NAMED = Pattern.compile("^\\| `(saisei_[a-z_]+)`", Pattern.MULTILINE);

    @Test
    void everyGaugeOfAnAlarmIsServed(Stack stack) throws IOException, InterruptedException {
        var alarms = Files.readString(Repository.root().resolve("docs/operations/alarms.md"));
        var named = NAMED.matcher(alarms).results().map(row -> row.group(1)).collect(Collectors.toSet());

        var served = new StringBuilder();
        for (var service : ServiceName.values()) {
            var metrics = stack.service(service).managementUri().resolve("/q/metrics");
            served.append(Caller.HTTP
                    .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }

        assertThat(named)
                .hasSizeGreaterThan(5)
                .allSatisfy(gauge -> assertThat(served).contains("# TYPE " + gauge + " gauge"));
    }
}
