package org.saisei.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A token bucket for each caller. One that has not been used until it is full again is forgotten: a new one is the same. */
final class Allowances {
    /** More callers at once than this forget each other, so that a bucket may be full too early. */
    static final int REMEMBERED = 10_000;

    private final Cache<String, Bucket> buckets;
    private final int perSecond;
    private final int burst;
    private final TimeMeter clock;

    /** @param clock in nanoseconds from any beginning */
    Allowances(int perSecond, int burst, TimeMeter clock) {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("saisei.rate-limit: per-second and burst are at least 1");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(Duration.ofSeconds(burst / perSecond + 1L))
                .ticker(clock::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Counts one request of a caller, if it may send it; zero then, else how long it has to wait until it may. */
    Duration take(String caller) {
        var probe = buckets.get(caller, name -> full()).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How many callers are remembered at the moment. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
