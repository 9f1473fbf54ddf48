package org.saisei.kit.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.time.RequestDays;

/** A query parameter that cannot be read is a 400 that names it; JAX-RS would say that the resource does not exist. */
@Provider
class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.of(
            Integer.class, new Reader(QueryParameters::number, "must be a whole number of at most nine digits"),
            int.class, new Reader(QueryParameters::number, "must be a whole number of at most nine digits"),
            Boolean.class, new Reader(QueryParameters::truth, "must be true or false"),
            UUID.class, new Reader(QueryParameters::uuid, "must be a UUID"),
            Instant.class,
                    new Reader(
                            QueryParameters::instant,
                            "must be a time from 1900 to 2199 like 2026-05-01T00:00:00Z, or with an offset like"
                                    + " 2026-05-01T00:00:00+09:00, its + written as %2B"),
            LocalDate.class, new Reader(RequestDays::parse, RequestDays.EXPECTATION));

    /** @param read empty for what is none */
    private record Reader(Function<String, Optional<?>> read, String expectation) {}

    @Override
    public @Nullable <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = Arrays.stream(annotations == null ? new Annotation[0] : annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
        var reader = READERS.get(type);
        return name.isEmpty() || reader == null ? null : new Converter<>(name.get(), reader);
    }

    private record Converter<T>(String name, Reader reader) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // READERS maps each class to a reader of it
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            return (T) reader.read()
                    .apply(text)
                    .orElseThrow(() ->
                            new ProblemException(Problem.invalid("query:" + name, "FORMAT", reader.expectation())));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    /** ASCII digits only: a number has one way to be written. */
    private static Optional<Integer> number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.matches("(19|2[01])[0-9]{2}-[^ ]{1,40}(Z|[+-][0-9]{2}:[0-9]{2})")
                    ? Optional.of(Instant.parse(text))
                    : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
