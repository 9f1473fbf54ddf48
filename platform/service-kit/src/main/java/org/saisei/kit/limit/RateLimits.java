package org.saisei.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Requests that one caller may send to one replica; wide enough for a hospital's integration engine. */
@ConfigMapping(prefix = "saisei.rate-limit")
interface RateLimits {

    /** What a client may go on sending for one facility, in requests a second; at least 1. */
    @WithDefault("50")
    int perSecond();

    /** What it may send at once after a pause; at least 1. */
    @WithDefault("200")
    int burst();

    /** Of a remote address, for all its requests that carry no token which is accepted. */
    Unauthenticated unauthenticated();

    interface Unauthenticated {
        @WithDefault("10")
        int perSecond();

        @WithDefault("50")
        int burst();
    }
}
