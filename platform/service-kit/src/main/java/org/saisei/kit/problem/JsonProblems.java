package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.json.JsonLimit;
import org.saisei.kit.json.NotUtf8Exception;
import org.saisei.kit.time.RequestDays;

/** Says where a JSON body is wrong, without repeating what was sent. */
final class JsonProblems {
    /** The parser has no other way to say these. */
    private static final String REPEATED = "Duplicate field";

    private static final String TRAILING = "Trailing token";

    private JsonProblems() {}

    static Problem of(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                Problem.invalid(pointer(unknown), "UNKNOWN_FIELD", "is not a field of this request");
            case InvalidFormatException format -> Problem.invalid(pointer(format), "FORMAT", expectation(format));
            case MismatchedInputException more
            when more.getOriginalMessage().startsWith(TRAILING) ->
                Problem.invalid("", "JSON", "has more behind its end");
            case MismatchedInputException mismatch -> Problem.invalid(pointer(mismatch), "TYPE", expectation(mismatch));
            case JsonMappingException mapping -> mappingProblem(mapping);
            default -> unreadable(fault, "");
        };
    }

    private static Problem mappingProblem(JsonMappingException mapping) {
        if (mapping.getCause() instanceof InputCoercionException) {
            return Problem.invalid(pointer(mapping), "OUT_OF_RANGE", "must be a number of the documented range");
        }
        if (mapping.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException)) {
            return unreadable(cause, pointer(mapping));
        }
        return Problem.invalid(pointer(mapping), "TYPE", "cannot be read");
    }

    /** @param around pointer to what was being read, as far as it is known */
    private static Problem unreadable(JsonProcessingException fault, String around) {
        return switch (fault) {
            case NotUtf8Exception undecodable -> Problem.invalid("", "ENCODING", "must be UTF-8");
            case StreamConstraintsException beyond ->
                Problem.invalid(
                        around,
                        "LIMIT",
                        JsonLimit.of(beyond).map(JsonLimit::rule).orElse("is too large"));
            case JsonEOFException end -> Problem.invalid("", "JSON", "ends too early" + place(end));
            case JsonParseException twice
            when twice.getOriginalMessage().startsWith(REPEATED) && twice.getProcessor() instanceof JsonParser parser ->
                Problem.invalid(pointer(parser.getParsingContext()), "REPEATED", "is given more than once");
            default -> Problem.invalid("", "JSON", "is not JSON" + place(fault));
        };
    }

    private static String place(JsonProcessingException fault) {
        var place = fault.getLocation();
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
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

    private static String pointer(JsonStreamContext place) {
        var above = place.getParent();
        if (above == null) {
            return "";
        }
        return pointer(above)
                + (place.inArray()
                        ? "/" + place.getCurrentIndex()
                        : place.hasCurrentName() ? "/" + JsonPointers.escape(place.getCurrentName()) : "");
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
