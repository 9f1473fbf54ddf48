package org.saisei.kit.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Limits that a test reaches at once. */
public final class LowLimits implements QuarkusTestProfile {
    static final int BURST = 3;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Settings.class));
    }

    /** Comes behind the real parts, which set the limits out of the way. */
    public static final class Settings implements QuarkusTestResourceLifecycleManager {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "saisei.rate-limit.per-second", "1",
                    "saisei.rate-limit.burst", String.valueOf(BURST),
                    "saisei.rate-limit.unauthenticated.per-second", "1",
                    "saisei.rate-limit.unauthenticated.burst", String.valueOf(BURST),
                    "quarkus.http.idle-timeout", "3S",
                    "quarkus.http.read-timeout", "1S");
        }

        @Override
        public void stop() {
            // nothing was started
        }
    }
}
