package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another facility with which this one works together (連携).
 *
 * @param from first day
 * @param to last day, included; null while it lasts
 * @param filingNumber of the other's filing (届出) for 「回復期リハビリテーション病棟入院料１」; null if not stated
 * @param filedOn that filing's day; null if not stated: unknown, not none
 */
public record FacilityLink(
        String facilityId,
        Kind kind,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn) {

    /** What the link is for. */
    public enum Kind {
        /** 連携施設: tests, specialists or admission that this facility does not provide itself. */
        PARTNER,
        /** 回復期リハビリテーションのための連携. */
        CONVALESCENT_REHABILITATION
    }

    public boolean on(LocalDate day) {
        return Days.within(day, from, to);
    }
}
