package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;

/**
 * Whom the report is about, as the reporter names them.
 *
 * @param ownReference the reporter's own reference was given; it stands sealed among the {@link CaseTexts}
 */
public record PatientReference(
        @Nullable String subjectId, @Nullable String candidateId, boolean ownReference) {

    /** A patient that the reporter can point out, whether or not the platform knows them. */
    public boolean identifies() {
        return subjectId != null || candidateId != null || ownReference;
    }
}
