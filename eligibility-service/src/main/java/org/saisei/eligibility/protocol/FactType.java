package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.saisei.kit.time.RequestDays;

/** How a fact's JSON value is read, which values can be true at all, and how it is described to those who send it. */
public sealed interface FactType<T> {

    /** @param json a text, a boolean, a number, a list or a map, as JSON has it */
    Read<T> read(Object json);

    Class<T> javaType();

    /** Name and bounds for the protocol's description. */
    Map<String, Object> description();

    /** A value, or why there is none. */
    sealed interface Read<T> {
        record Value<T>(T value) implements Read<T> {}

        /** @param message for a person; does not repeat the value */
        record Refused<T>(String rule, String message) implements Read<T> {}
    }

    /** Yes or no; unknown is left out. */
    record Flag() implements FactType<Boolean> {
        @Override
        public Read<Boolean> read(Object json) {
            return json instanceof Boolean flag
                    ? new Read.Value<>(flag)
                    : new Read.Refused<>("TYPE", "must be true or false");
        }

        @Override
        public Class<Boolean> javaType() {
            return Boolean.class;
        }

        @Override
        public Map<String, Object> description() {
            return Map.of("type", "BOOLEAN");
        }
    }

    /** A number with a unit; both bounds included. */
    record Quantity(String unit, BigDecimal minimum, BigDecimal maximum, int fractionDigits)
            implements FactType<BigDecimal> {
        @Override
        public Read<BigDecimal> read(Object json) {
            if (!(json instanceof Number any)) {
                return new Read.Refused<>("TYPE", "must be a number");
            }
            var number = any instanceof BigDecimal exact ? exact : new BigDecimal(any.toString());
            if (number.compareTo(minimum) < 0 || number.compareTo(maximum) > 0) {
                return new Read.Refused<>("OUT_OF_RANGE", "must be from " + minimum + " to " + maximum + " " + unit);
            }
            if (number.scale() > fractionDigits) {
                return new Read.Refused<>("DIGITS", "has at most " + fractionDigits + " digits after the point");
            }
            var plain = number.stripTrailingZeros();
            return new Read.Value<>(plain.setScale(Math.max(plain.scale(), 0)));
        }

        @Override
        public Class<BigDecimal> javaType() {
            return BigDecimal.class;
        }

        @Override
        public Map<String, Object> description() {
            return Map.of(
                    "type", "NUMBER",
                    "unit", unit,
                    "minimum", minimum,
                    "maximum", maximum,
                    "fractionDigits", fractionDigits);
        }
    }

    /**
     * A calendar day in Asia/Tokyo from 1900-01-01 to 2199-12-31.
     *
     * @param happened true for something that is over when the patient is assessed, so never later than that day
     */
    record Day(boolean happened) implements FactType<LocalDate> {
        @Override
        public Read<LocalDate> read(Object json) {
            if (!(json instanceof String text)) {
                return new Read.Refused<>("TYPE", "must be a date as a text, yyyy-MM-dd");
            }
            try {
                var day = LocalDate.parse(text);
                return RequestDays.contain(day)
                        ? new Read.Value<>(day)
                        : new Read.Refused<>(
                                "OUT_OF_RANGE", "must be from " + RequestDays.FIRST + " to " + RequestDays.LAST);
            } catch (DateTimeException e) {
                return new Read.Refused<>("FORMAT", "must be a date, yyyy-MM-dd");
            }
        }

        @Override
        public Class<LocalDate> javaType() {
            return LocalDate.class;
        }

        @Override
        public Map<String, Object> description() {
            return Map.of("type", "DATE", "notAfterAssessment", happened);
        }
    }

    /** One of an enum's names. */
    record Code<E extends Enum<E>>(Class<E> javaType) implements FactType<E> {
        @Override
        public Read<E> read(Object json) {
            if (!(json instanceof String text)) {
                return new Read.Refused<>("TYPE", "must be one of " + codes());
            }
            for (var code : javaType.getEnumConstants()) {
                if (code.name().equals(text)) {
                    return new Read.Value<>(code);
                }
            }
            return new Read.Refused<>("UNKNOWN_CODE", "must be one of " + codes());
        }

        private List<String> codes() {
            return Arrays.stream(javaType.getEnumConstants()).map(Enum::name).toList();
        }

        @Override
        public Map<String, Object> description() {
            return Map.of("type", "CODE", "codes", codes());
        }
    }
}
