package org.saisei.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.problem.Problem;

/**
 * An HTTP answer as a value: what an operation says, before anybody writes it to a socket.
 *
 * @param status HTTP status
 * @param headers header fields by name
 * @param body rendered as JSON; a {@link String} is JSON already and sent as it is; a {@link Problem} as {@code application/problem+json}; null for none
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    /** 201 with {@code Location}, a path such as {@code /cases/…}. */
    public static Answer created(String location, Object body) {
        return new Answer(201, Map.of("Location", location), body);
    }

    public static Answer problem(Problem problem) {
        return new Answer(problem.status(), Map.of(), problem);
    }

    /** 409 with {@code Location}: the facility's document number already led to this resource. */
    public static Answer alreadyRecorded(String location) {
        return problem(Problem.alreadyRecorded()).header("Location", location);
    }

    public Answer header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** Sets {@code ETag} from a version, as {@link Preconditions} reads it back. */
    public Answer version(long version) {
        return header("ETag", Preconditions.etag(version));
    }

    public boolean isError() {
        return status >= 400;
    }
}
