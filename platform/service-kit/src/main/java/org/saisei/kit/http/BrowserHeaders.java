package org.saisei.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What a browser may do with an answer, where that depends on the request; what it is told always is configuration. */
@Singleton
class BrowserHeaders {
    private static final int FIRST = Integer.MAX_VALUE - 10;

    private static final String DESCRIPTION = "/q/swagger-ui";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The page that shows the API's description is made of its own scripts and of lines within the page. */
    private static final String ITS_OWN = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Come back over TLS only: said to whoever came over TLS (RFC 6797, which forbids to say so over anything else). */
    private static final String A_YEAR = "max-age=31536000";

    void register(@Observes Filters filters) {
        filters.register(BrowserHeaders::set, FIRST);
    }

    private static void set(RoutingContext exchange) {
        var request = exchange.request();
        var path = request.path();
        exchange.response()
                .putHeader("Content-Security-Policy", path != null && path.startsWith(DESCRIPTION) ? ITS_OWN : NOTHING);
        if (request.isSSL()) {
            exchange.response().putHeader("Strict-Transport-Security", A_YEAR);
        }
        exchange.next();
    }
}
