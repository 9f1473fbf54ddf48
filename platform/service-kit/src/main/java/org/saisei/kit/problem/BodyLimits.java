package org.saisei.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/**
 * How long a request's body may be. {@code quarkus.http.limits.max-body-size} is the limit of any of them, so it is at least
 * the largest here.
 */
@ConfigMapping(prefix = "saisei.http.body-limit")
interface BodyLimits {

    /** Of every path that is not among {@link #at()}. */
    @WithDefault("1M")
    MemorySize usual();

    /** By path, of those that take more. */
    Map<String, MemorySize> at();
}
