package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands on a day.
 *
 * @param since first day of the change that gives it its value; null where it has its default
 * @param history every change, whatever its first day, first recorded first
 */
public record ParameterOnDay(
        Parameter parameter, BigDecimal value, @Nullable LocalDate since, List<ParameterChange> history) {

    public ParameterOnDay {
        history = List.copyOf(history);
    }
}
