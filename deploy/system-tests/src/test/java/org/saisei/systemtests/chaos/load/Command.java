package org.saisei.systemtests.chaos.load;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.systemtests.Operation;

/**
 * One change that a client wants, sent in the same words however often.
 *
 * @param number counts from 1
 * @param body JSON; null for none
 * @param headers beside the token's and {@code Idempotency-Key}
 * @param facilityId of the sender; null for callers without one
 * @param key {@code Idempotency-Key}; null where the operation has none
 * @param about the aggregate, where it is known beforehand
 */
record Command(
        long number,
        Operation operation,
        String path,
        @Nullable String body,
        Map<String, String> headers,
        String token,
        @Nullable String facilityId,
        @Nullable String documentNumber,
        @Nullable String key,
        @Nullable String about) {}
