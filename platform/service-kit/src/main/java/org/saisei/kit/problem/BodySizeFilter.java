package org.saisei.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is announced as too long with a problem, before the server cuts it off with none. A body sent in
 * chunks past the limit of its path is still cut off by the server, with a bare 413.
 */
@Singleton
class BodySizeFilter {
    /** Before the server's own check. */
    private static final int FIRST = Integer.MAX_VALUE - 100;

    /** After the server's own check, which notes its one limit for chunked bodies, and before anything reads. */
    private static final int AFTER_SERVER = 1;

    private final long usual;
    private final Map<String, Long> byPath;
    private final EarlyProblems problems;

    BodySizeFilter(
            BodyLimits limits,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize server,
            EarlyProblems problems) {
        this.usual = Math.min(limits.usual().asLongValue(), server.asLongValue());
        this.byPath = limits.at().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Math.min(entry.getValue().asLongValue(), server.asLongValue())));
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::limit, AFTER_SERVER);
    }

    private void check(RoutingContext exchange) {
        var limit = limitOf(exchange);
        if (announced(exchange) > limit) {
            problems.answer(
                    exchange,
                    Problem.of(
                            413, "too-large", "The request is too large.", "A body has at most " + limit + " bytes."),
                    Map.of("Connection", "close"));
        } else {
            exchange.next();
        }
    }

    private void limit(RoutingContext exchange) {
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(exchange));
        exchange.next();
    }

    private long limitOf(RoutingContext exchange) {
        return byPath.getOrDefault(exchange.normalizedPath(), usual);
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
