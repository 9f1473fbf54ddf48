package org.saisei.kit.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps what a caller writes in place of an HTTP method off the metrics: it could be a patient's number, and each would be
 * a time series of its own.
 */
@Singleton
class KnownMethods implements MeterFilter {
    private static final String TAG = "method";
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    @Override
    public Meter.Id map(Meter.Id id) {
        var method = id.getTag(TAG);
        return method == null || !id.getName().startsWith("http.") || KNOWN.contains(method)
                ? id
                : id.replaceTags(id.getTags().stream()
                        .map(tag -> tag.getKey().equals(TAG) ? Tag.of(TAG, "OTHER") : tag)
                        .toList());
    }
}
