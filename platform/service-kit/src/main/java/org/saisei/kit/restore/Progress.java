package org.saisei.kit.restore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How far the comparison has come, for those who ask why the service is not ready. */
@Singleton
class Progress {
    private volatile String state = "not begun";
    private volatile boolean ended;

    Progress(MeterRegistry meters) {
        Gauge.builder("saisei.topics.compared", () -> ended ? 1 : 0)
                .description("1 once the database was compared with its topics; before, nothing is published or read")
                .strongReference(true)
                .register(meters);
    }

    void tell(String now) {
        state = now;
    }

    void end(String result) {
        state = result;
        ended = true;
    }

    String state() {
        return state;
    }
}
