package org.saisei.kit.gate;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.saisei.kit.problem.EarlyProblems;
import org.saisei.kit.problem.Problem;

/** Lets requests in while the gate is open, and counts those that are inside. */
@Singleton
class GateFilter {
    /** Behind what sets headers, which a refusal has too; before anything looks at the request. */
    private static final int BEFORE_ALL_WORK = 1_000;

    private static final String DOCUMENTS = "/q/";
    private static final String RETRY_SECONDS = "1";
    private static final String CLOSE = "close";

    private final Gate gate;
    private final EarlyProblems problems;
    private final AtomicInteger inside = new AtomicInteger();

    GateFilter(Gate gate, EarlyProblems problems) {
        this.gate = gate;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_WORK);
    }

    /** Requests that were let in and are not answered to their end. */
    int inside() {
        return inside.get();
    }

    private void check(RoutingContext exchange) {
        // counted before it is decided, so that whoever closes the gate and then sees nobody inside has seen right
        inside.incrementAndGet();
        exchange.addEndHandler(ended -> inside.decrementAndGet());
        exchange.addHeadersEndHandler(answering -> closeConnection(exchange));
        if (gate.isOpen() || !gate.isDraining() && exchange.request().path().startsWith(DOCUMENTS)) {
            exchange.next();
            return;
        }
        problems.answer(exchange, refusal(), Map.of("Retry-After", RETRY_SECONDS));
    }

    /** So that the client's next request goes by another connection, to another replica. */
    private void closeConnection(RoutingContext exchange) {
        if (gate.isDraining() && exchange.request().version() == HttpVersion.HTTP_1_1) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, CLOSE);
        }
    }

    private Problem refusal() {
        return Problem.of(
                503,
                "unavailable",
                "The service cannot do this right now.",
                gate.isDraining()
                        ? "This replica ends. Nothing was recorded: send it again, with the same Idempotency-Key; another takes it."
                        : "This replica does not serve yet: it compares its database with its topics. Nothing was recorded:"
                                + " send it again, with the same Idempotency-Key.");
    }
}
