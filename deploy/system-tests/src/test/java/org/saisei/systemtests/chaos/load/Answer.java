package org.saisei.systemtests.chaos.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/**
 * What came of one attempt.
 *
 * @param status null without an answer
 * @param body missing where there is none
 * @param again whether sending the same again may come to something else
 */
record Answer(
        Outcome outcome,
        @Nullable Integer status,
        JsonNode body,
        @Nullable String location,
        @Nullable String tag,
        boolean again) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the services say that a request they cannot answer now came to nothing; without it, it may have taken effect. */
    private static final String NOTHING = "Nothing was recorded.";

    static Answer none() {
        return new Answer(Outcome.UNKNOWN, null, MissingNode.getInstance(), null, null, true);
    }

    static Answer of(int status, HttpHeaders headers, String text) {
        var body = parse(text);
        boolean retryAfter = headers.firstValue("Retry-After").isPresent();
        var outcome = outcome(status, retryAfter, body.path("detail").asText());
        return new Answer(
                outcome,
                status,
                body,
                headers.firstValue("Location").orElse(null),
                headers.firstValue("ETag").orElse(null),
                outcome == Outcome.UNKNOWN || (outcome == Outcome.FAIL && retryAfter));
    }

    private static Outcome outcome(int status, boolean retryAfter, String detail) {
        if (status < 300) {
            return Outcome.OK;
        }
        boolean refused = status < 500 || (status == 503 && retryAfter && detail.contains(NOTHING));
        return refused ? Outcome.FAIL : Outcome.UNKNOWN;
    }

    boolean isOk() {
        return outcome == Outcome.OK;
    }

    /** A field that the journey cannot go on without. */
    String text(String field) {
        if (!body.path(field).isTextual()) {
            throw new JourneyEnds();
        }
        return body.path(field).textValue();
    }

    private static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException brokenOff) {
            return MissingNode.getInstance();
        }
    }
}
