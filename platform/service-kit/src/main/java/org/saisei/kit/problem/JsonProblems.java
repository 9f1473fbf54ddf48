package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.json.NotUtf8Exception;
import org.saisei.kit.time.RequestDays;

/** Says where a JSON body is wrong, without repeating what was sent. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                Problem.invalid(pointer(unknown), "UNKNOWN_FIELD", "is not a field of this request");
            case InvalidFormatException format -> Problem.invalid(pointer(format), "FORMAT", expectation(format));
            case MismatchedInputException mismatch -> Problem.invalid(pointer(mismatch), "TYPE", expectation(mismatch));
            case JsonMappingException mapping -> mappingProblem(mapping);
            case NotUtf8Exception undecodable -> Problem.invalid("", "ENCODING", "must be UTF-8");
            default -> malformed(fault);
        };
    }

    private static Problem mappingProblem(JsonMappingException mapping) {
        if (mapping.getCause() instanceof InputCoercionException) {
            return Problem.invalid(pointer(mapping), "OUT_OF_RANGE", "must be a number of the documented range");
        }
        if (mapping.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException)) {
            return malformed(cause);
        }
        return Problem.invalid(pointer(mapping), "TYPE", "cannot be read");
    }

    private static Problem malformed(JsonProcessingException fault) {
        var place = fault.getLocation();
        var where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return Problem.invalid(
                "",
                "JSON",
                "is not JSON as it should be: malformed, cut short, with a repeated field or" + " beyond the limits"
                        + where);
    }

    private static String expectation(MismatchedInputException fault) {
        Class<?> target = fault.getTargetType();
        if (target == null) {
            return "has the wrong type";
        }
        if (target.isEnum()) {
            return "must be one of " + Arrays.toString(target.getEnumConstants());
        }
        if (target == LocalDate.class) {
            return RequestDays.EXPECTATION;
        }
        return "must be " + name(target);
    }

    private static String name(Class<?> target) {
        if (target == String.class) {
            return "a string without control characters";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return "a number of the documented range";
        }
        if (Iterable.class.isAssignableFrom(target) || target.isArray()) {
            return "an array";
        }
        return java.util.UUID.class == target ? "a UUID" : "an object";
    }

    static String pointer(@Nullable JsonMappingException fault) {
        var pointer = new StringBuilder();
        if (fault != null) {
            for (var reference : fault.getPath()) {
                pointer.append('/')
                        .append(
                                reference.getFieldName() == null
                                        ? String.valueOf(reference.getIndex())
                                        : JsonPointers.escape(reference.getFieldName()));
            }
        }
        return pointer.toString();
    }
}
