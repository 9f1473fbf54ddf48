package org.saisei.adverseevent.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same, or merely counts, over a case's life.
 *
 * @param facilityId who reported it
 * @param documentNumber the facility's own; null for a case that the platform opened
 * @param deviationId the deviation that made the platform open the case; null for a reported one
 * @param version counts what the reporter sent, from 1; drafts included
 * @param revision counts every change, from 1: versions and links. It is the {@code version} on events, and never shown to
 *     a reporter who may not learn that the case was linked
 * @param receivedAt when this version was received
 */
public record CaseHeader(
        UUID caseId,
        String facilityId,
        @Nullable String documentNumber,
        @Nullable UUID deviationId,
        int version,
        int revision,
        Instant receivedAt) {

    /** An alarm by itself (S-T6): streams hold it back for no filter of seriousness or interest. */
    public boolean isAlert() {
        return deviationId != null;
    }

    CaseHeader nextVersion(Instant now) {
        return new CaseHeader(caseId, facilityId, documentNumber, deviationId, version + 1, revision + 1, now);
    }

    CaseHeader nextRevision() {
        return new CaseHeader(caseId, facilityId, documentNumber, deviationId, version, revision + 1, receivedAt);
    }
}
