package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing that may have caused the reaction, with the reporter's judgement of it alone: causality is never judged for
 * several suspects together (S-A2).
 *
 * @param causality null while not judged
 */
public record Suspect(
        Kind suspect, @Nullable String lotNumber, @Nullable Causality causality) {

    public enum Kind {
        PRODUCT,
        BLOOD_COLLECTION,
        MARROW_COLLECTION,
        TRANSPLANTATION_PROCEDURE
    }
}
