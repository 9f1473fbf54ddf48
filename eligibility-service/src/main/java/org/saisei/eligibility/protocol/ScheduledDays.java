package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Between which days a rule expects a step of the treatment; both included.
 *
 * @param step code of the step and of what the days were taken from
 * @param rule rule id
 * @param firstDay days since the injury, which is day 0
 * @param from the day of {@code firstDay}; null while the injury's day is not known
 * @param to the day of {@code lastDay}, the latest that keeps to the rule; null likewise
 * @param planned null if no day is planned
 * @param oursNote what a registrar has changed of {@code firstDay} and {@code lastDay}; null if nothing
 */
public record ScheduledDays(
        String step,
        Text text,
        String rule,
        String clause,
        BigDecimal firstDay,
        BigDecimal lastDay,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate planned,
        @Nullable Text oursNote) {

    public static ScheduledDays of(
            String step,
            Text text,
            CriterionInfo rule,
            BigDecimal firstDay,
            BigDecimal lastDay,
            @Nullable LocalDate injury,
            @Nullable LocalDate planned,
            @Nullable Text oursNote) {
        return new ScheduledDays(
                step,
                text,
                rule.id(),
                rule.clause(),
                firstDay,
                lastDay,
                injury == null ? null : injury.plusDays(firstDay.longValueExact()),
                injury == null ? null : injury.plusDays(lastDay.longValueExact()),
                planned,
                oursNote);
    }
}
