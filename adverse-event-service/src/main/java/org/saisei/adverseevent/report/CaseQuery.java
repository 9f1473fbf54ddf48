package org.saisei.adverseevent.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for; null does not restrict.
 *
 * @param before only cases that were opened before this one
 * @param limit most cases to return, newest first
 */
public record CaseQuery(
        @Nullable String documentNumber,
        @Nullable String state,
        @Nullable String protocol,
        @Nullable Boolean serious,
        @Nullable Boolean specialInterest,
        @Nullable String facilityId,
        @Nullable UUID before,
        int limit) {}
