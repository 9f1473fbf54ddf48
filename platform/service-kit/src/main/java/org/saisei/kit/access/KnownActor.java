package org.saisei.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever calls with a token says who they are, also where an operation would not ask: catalogues that every role reads. */
class KnownActor {
    private final SecurityIdentity identity;
    private final CurrentActor caller;

    KnownActor(SecurityIdentity identity, CurrentActor caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerRequestFilter
    void check() {
        if (!identity.isAnonymous()) {
            caller.get();
        }
    }
}
