package org.saisei.eligibility.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The values of a protocol's parameters on a day: that of the change with the latest first day not after it; of several
 * with that first day, the one recorded last; where there is none, the default. So a change recorded later takes the
 * place of an earlier one from its own first day on, until the first day of one that begins after it.
 */
@ApplicationScoped
public class ParameterValues {
    private final ParameterChanges changes;

    public ParameterValues(ParameterChanges changes) {
        this.changes = changes;
    }

    public Parameters on(Protocol protocol, LocalDate day) {
        return Parameters.onDay(all(protocol, day));
    }

    /** Each of the protocol's parameters, in its order. */
    public List<ParameterOnDay> all(Protocol protocol, LocalDate day) {
        var recorded = protocol.parameters().stream().allMatch(parameter -> parameter.changeable() == null)
                ? List.<ParameterChange>of()
                : changes.of(protocol.id());
        return protocol.parameters().stream()
                .map(parameter -> onDay(parameter, recorded, day))
                .toList();
    }

    private static ParameterOnDay onDay(Parameter parameter, List<ParameterChange> recorded, LocalDate day) {
        return new ParameterOnDay(
                parameter,
                value(parameter, recorded, day),
                inForce(parameter, recorded, day).map(ParameterChange::from).orElse(null),
                recorded.stream()
                        .filter(any -> any.parameter().equals(parameter.code()))
                        .toList());
    }

    /** @param recorded the protocol's changes in the order in which they were recorded */
    static BigDecimal value(Parameter parameter, List<ParameterChange> recorded, LocalDate day) {
        return inForce(parameter, recorded, day).map(ParameterChange::value).orElse(parameter.defaultValue());
    }

    /**
     * The change that gives the parameter its value on the day; none where it has its default. One that this version of
     * the protocol does not allow does not hold under it.
     *
     * @param recorded the protocol's changes in the order in which they were recorded
     */
    static Optional<ParameterChange> inForce(Parameter parameter, List<ParameterChange> recorded, LocalDate day) {
        return recorded.stream()
                .filter(change -> change.parameter().equals(parameter.code()) && parameter.allows(change.value()))
                .filter(change -> !change.from().isAfter(day))
                // of equal ones the last: max alone does not say which
                .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next);
    }
}
