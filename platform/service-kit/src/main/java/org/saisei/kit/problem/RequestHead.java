package org.saisei.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses a request line or a header that two readers could understand differently, before anybody reads it: what the
 * framework would pass over in silence, take the first of, or answer with nothing.
 */
@Singleton
class RequestHead {
    /** Before anything else of ours; paths are decoded behind it. */
    private static final int FIRST = Integer.MAX_VALUE - 50;

    /** More than any operation knows; the others would only be read to be refused. */
    private static final int MAX_PARAMETERS = 40;

    /** Seen here only where requests are not traced: what traces them reads the line first, and the server answers 400. */
    private static final Pattern ESCAPED_BADLY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Headers that a service acts on and that stand once (RFC 9110, 5.3). */
    private static final List<String> SINGLE = List.of(
            "Authorization", "Content-Type", "Host", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID");

    private final EarlyProblems problems;

    RequestHead(EarlyProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** What the router refuses before anything of ours is asked; it would be answered and logged as a fault of the service. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::unrouted);
    }

    private void unrouted(RoutingContext exchange) {
        if (exchange.statusCode() == 400 && exchange.request().authority() == null) {
            problems.answer(
                    exchange,
                    Problem.invalid("header:Host", "REQUIRED", "names the host, and behind a : its port if it has one"),
                    Map.of());
        } else {
            exchange.next();
        }
    }

    private void check(RoutingContext exchange) {
        var fault = fault(exchange.request());
        if (fault.isPresent()) {
            problems.answer(exchange, Problem.invalid(List.of(fault.get())), Map.of());
        } else {
            exchange.next();
        }
    }

    private static Optional<FieldError> fault(HttpServerRequest request) {
        return inLine(request.uri()).or(() -> repeated(request));
    }

    /** @param target path and query as sent */
    static Optional<FieldError> inLine(String target) {
        var parts = target.split("\\?", 2);
        var query = parts.length > 1 ? parts[1] : "";
        if (ESCAPED_BADLY.matcher(parts[0]).find()) {
            return Optional.of(new FieldError("path:", "FORMAT", "holds a % that escapes nothing"));
        }
        if (parts[0].contains(";")) {
            return Optional.of(
                    new FieldError("path:", "UNKNOWN_PARAMETER", "has no parameters of its own, behind a ;"));
        }
        if (ESCAPED_BADLY.matcher(query).find()) {
            return Optional.of(new FieldError("query:", "FORMAT", "holds a % that escapes nothing"));
        }
        if (query.chars().filter(character -> character == '&').count() >= MAX_PARAMETERS) {
            return Optional.of(new FieldError("query:", "TOO_MANY", "has at most " + MAX_PARAMETERS + " parameters"));
        }
        return Optional.empty();
    }

    private static Optional<FieldError> repeated(HttpServerRequest request) {
        return SINGLE.stream()
                .filter(name -> request.headers().getAll(name).size() > 1)
                .findFirst()
                .map(name -> new FieldError("header:" + name, "REPEATED", "is given more than once"));
    }
}
