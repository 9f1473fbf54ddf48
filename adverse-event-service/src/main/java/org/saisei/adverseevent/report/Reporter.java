package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;

/**
 * Who reports.
 *
 * @param reference the facility's own code of the person, never a name
 */
public record Reporter(
        @Nullable Profession profession, @Nullable String reference) {

    /** Somebody whom the reporting facility, which is authenticated, can find again. */
    public boolean identifies() {
        return profession != null || reference != null;
    }

    public enum Profession {
        PHYSICIAN,
        PHARMACIST,
        OTHER_HEALTH_PROFESSIONAL,
        OTHER,
        /** This platform, which opened the case by itself. */
        SYSTEM
    }
}
