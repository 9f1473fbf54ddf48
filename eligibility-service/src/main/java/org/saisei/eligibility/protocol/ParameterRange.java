package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two parameters that are the first and the last of a range, so that on no day the one may be above the other. */
public record ParameterRange(Parameter first, Parameter last) {

    /** A range that would end before it begins. */
    public record Crossed(ParameterRange range, BigDecimal firstValue, BigDecimal lastValue, LocalDate on) {}

    /**
     * The first range and day on which a change would have a range end before it begins; days on which another change
     * holds in its place are none of its business.
     *
     * @param recorded the protocol's changes so far, in the order in which they were recorded
     */
    static Optional<Crossed> crossedBy(
            ParameterChange change, List<ParameterChange> recorded, ProtocolCatalogue protocols) {
        var all = Stream.concat(recorded.stream(), Stream.of(change)).toList();
        // between two of these days nothing changes
        return Stream.concat(
                        all.stream().map(ParameterChange::from),
                        protocols.all().stream()
                                .filter(version -> version.id().equals(change.protocol()))
                                .map(Protocol::effectiveFrom))
                .filter(day -> !day.isBefore(change.from()))
                .distinct()
                .sorted()
                .flatMap(day -> protocols.inForce(change.protocol(), day).stream()
                        .flatMap(version -> version.parameterRanges().stream())
                        .filter(range -> range.goesBy(change, all, day))
                        .flatMap(range -> range.crossedOn(day, all).stream()))
                .findFirst();
    }

    private boolean goesBy(ParameterChange change, List<ParameterChange> recorded, LocalDate day) {
        return Stream.of(first, last)
                .anyMatch(parameter -> ParameterValues.inForce(parameter, recorded, day)
                        .filter(change::equals)
                        .isPresent());
    }

    private Optional<Crossed> crossedOn(LocalDate day, List<ParameterChange> recorded) {
        var from = ParameterValues.value(first, recorded, day);
        var to = ParameterValues.value(last, recorded, day);
        return from.compareTo(to) > 0 ? Optional.of(new Crossed(this, from, to, day)) : Optional.empty();
    }
}
