package org.saisei.kit.audit.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.AuditedResources.Reach;

/**
 * One row of the trail.
 *
 * @param before JSON, as stored
 * @param after JSON, as stored
 */
@Schema(name = "AuditRow")
record AuditRow(
        @Schema(
                description =
                        "Grows with each row; rows that commit together may be seen in any order. Gaps mean nothing")
        long position,

        @Schema(description = "By the database's clock") Instant recordedAt,

        Kind kind,

        @Schema(description = "The token's sub; service:<name> for a service that reacts to an event")
        String actor,

        @Schema(description = "The software the actor used") String client,

        List<String> roles,
        @Nullable String facilityId,

        @Schema(description = "The operationId, or what a service did by itself")
        String action,

        @Schema(description = "The kind of resource") String resource,

        @Schema(
                description =
                        "What was changed, or shown. Of rows that others caused, the one asked for alone; empty for operators")
        List<String> resourceIds,

        @Schema(description = "Why, where a reason is asked for and cannot name a patient") @Nullable
        String reason,

        @Schema(description = "What was asked; only for those who caused the row, and for registrars") @Nullable
        String query,

        @Schema(implementation = Map.class, description = "Before the change; absent for what was made new")
        @JsonRawValue
        @Nullable
        String before,

        @Schema(
                implementation = Map.class,
                description = "After the change; texts that may name a patient as ciphertext")
        @JsonRawValue
        @Nullable
        String after,

        @Nullable String traceId) {

    enum Kind {
        READ,
        WRITE
    }

    AuditRow withoutResource() {
        return new AuditRow(
                position,
                recordedAt,
                kind,
                actor,
                client,
                roles,
                facilityId,
                action,
                resource,
                List.of(),
                null,
                null,
                null,
                null,
                traceId);
    }

    /** Whoever else's ids a reading showed, and what it asked, is not for those who may see one of the resources. */
    AuditRow ofOthers(String resourceId, Reach reach) {
        boolean states = reach == Reach.STATES;
        return new AuditRow(
                position,
                recordedAt,
                kind,
                actor,
                client,
                roles,
                facilityId,
                action,
                resource,
                List.of(resourceId),
                states ? reason : null,
                null,
                states ? before : null,
                states ? after : null,
                null);
    }
}
