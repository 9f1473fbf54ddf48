package org.saisei.adverseevent.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.AuditTrail;

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
        int limit) {

    /** As the audit trail has it. */
    public String audited() {
        return "documentNumber=" + AuditTrail.given(documentNumber) + " state=" + state + " protocol=" + protocol
                + " serious=" + serious + " specialInterest=" + specialInterest + " facility=" + facilityId;
    }
}
