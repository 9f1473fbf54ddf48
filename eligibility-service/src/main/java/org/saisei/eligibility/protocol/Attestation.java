package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A facility's statement that it meets a requirement for a time.
 *
 * @param requirement rule id, e.g. {@code S-F1.6}
 * @param attestedOn the statement holds from this day on
 * @param endedOn last day on which it holds, included; null while it lasts
 * @param filing code of what was filed (届出), where the requirement leaves a choice; null elsewhere
 * @param filingNumber of the filing, where the source names one
 * @param filedOn the filing's day
 * @param partnerFacilityId the partner (連携施設) by which it is met; null if by the facility itself
 */
public record Attestation(
        String requirement,
        LocalDate attestedOn,
        @Nullable LocalDate endedOn,
        @Nullable String filing,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn,
        @Nullable String partnerFacilityId) {

    /** By the facility itself, for as long as nothing else is said, without a filing. */
    public static Attestation of(String requirement, LocalDate attestedOn) {
        return new Attestation(requirement, attestedOn, null, null, null, null, null);
    }

    boolean covers(LocalDate day) {
        return Days.within(day, attestedOn, endedOn);
    }
}
