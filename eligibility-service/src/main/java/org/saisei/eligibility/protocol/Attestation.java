package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A facility's statement that it meets a requirement.
 *
 * @param requirement rule id, e.g. {@code S-F1.6}
 * @param attestedOn the statement holds from this day on
 * @param filingNumber of the filing (届出) where the source names one
 * @param filedOn the filing's day
 */
public record Attestation(
        String requirement,
        LocalDate attestedOn,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn) {}
