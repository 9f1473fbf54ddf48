package org.saisei.kit.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query parameter that cannot be read is a 400 that names it; JAX-RS would say that the resource does not exist. */
@Provider
class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            Integer.class, QueryParameters::number,
            int.class, QueryParameters::number,
            Boolean.class, QueryParameters::truth,
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse);

    @Override
    public @Nullable <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = Arrays.stream(annotations == null ? new Annotation[0] : annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
        Function<String, ?> reader = READERS.get(type);
        if (name.isEmpty() || reader == null) {
            return null;
        }
        @SuppressWarnings("unchecked") // READERS maps each class to a reader of it
        var typed = (Function<String, T>) reader;
        return new Converter<>(name.get(), typed);
    }

    private record Converter<T>(String name, Function<String, T> reader) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
                throw new ProblemException(Problem.invalid("query:" + name, "FORMAT", "cannot be read"));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    /** ASCII digits only: a number has one way to be written. */
    private static Integer number(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException("no number");
        }
        return Integer.valueOf(text);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
