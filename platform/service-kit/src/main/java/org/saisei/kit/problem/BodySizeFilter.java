package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is announced as too long with a problem, before the server cuts it off with none. A body sent in
 * chunks past the limit is still cut off by the server, with a bare 413.
 */
@Singleton
class BodySizeFilter {
    /** Before the server's own check. */
    private static final int FIRST = Integer.MAX_VALUE - 100;

    private final long limit;
    private final String problem;

    BodySizeFilter(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json)
            throws JsonProcessingException {
        this.limit = limit.asLongValue();
        this.problem = json.writeValueAsString(Problem.of(
                413, "too-large", "The request is too large.", "A body has at most " + this.limit + " bytes."));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext exchange) {
        if (announced(exchange) > limit) {
            exchange.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .end(problem);
        } else {
            exchange.next();
        }
    }

    private static long announced(RoutingContext exchange) {
        var length = exchange.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException left) {
            return 0;
        }
    }
}
