package org.saisei.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details. Holds no patient data: not a value that was sent, only where it stood and what it broke.
 *
 * @param type stable URI reference, {@code /problems/<kebab-case>}
 * @param title the same for every occurrence of the type
 * @param status HTTP status, 400 to 599
 * @param detail what happened here, for a person
 * @param ruleId rule of the source that refuses, e.g. {@code S-T2}, where one applies
 * @param errors offending fields; empty where none is at fault
 * @param traceId set on answers to our own faults, to find them in the log
 * @param extensions further members of the problem object, e.g. {@code refusals}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(additionalProperties = Schema.True.class)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String ruleId,
        List<FieldError> errors,
        @Nullable String traceId,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** A problem of a type of its own: {@code kind} in kebab-case ends up in {@code /problems/<kind>}. */
    public static Problem of(int status, String kind, String title, @Nullable String detail) {
        return new Problem("/problems/" + kind, title, status, detail, null, List.of(), null, Map.of());
    }

    /** 400: the request itself is malformed or out of range. */
    public static Problem invalid(List<FieldError> errors) {
        return of(400, "invalid-request", "The request is not valid.", null).withErrors(errors);
    }

    public static Problem invalid(String pointer, String rule, String message) {
        return invalid(List.of(new FieldError(pointer, rule, message)));
    }

    /** 404: unknown, or another facility's; the two look the same. */
    public static Problem notFound() {
        return of(404, "not-found", "There is no such resource for you.", null);
    }

    /** 403: the role or the protocol limit of the token does not allow it. */
    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Your token does not allow this.", detail);
    }

    /** 409: the facility already recorded this document number; the answer's {@code Location} leads to it. */
    public static Problem alreadyRecorded() {
        return of(
                        409,
                        "already-recorded",
                        "This document number is already recorded.",
                        "Your facility has used this documentNumber before; Location leads to what it recorded.")
                .withErrors(List.of(new FieldError("/documentNumber", "UNIQUE", "already used by your facility")));
    }

    /** 422: understood, and refused by a rule. */
    public static Problem refused(String ruleId, String detail, List<FieldError> errors) {
        return of(422, "refused-by-rule", "A rule refuses this.", detail)
                .withRule(ruleId)
                .withErrors(errors);
    }

    /** 422: the data contradict each other or what is recorded. */
    public static Problem contradictory(List<FieldError> errors) {
        return of(422, "contradictory", "The data cannot be true together.", null)
                .withErrors(errors);
    }

    public Problem withErrors(List<FieldError> list) {
        return new Problem(type, title, status, detail, ruleId, list, traceId, extensions);
    }

    public Problem withRule(String rule) {
        return new Problem(type, title, status, detail, rule, errors, traceId, extensions);
    }

    public Problem withTrace(String trace) {
        return new Problem(type, title, status, detail, ruleId, errors, trace, extensions);
    }

    /** Adds a member to the problem object. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(type, title, status, detail, ruleId, errors, traceId, more);
    }
}
