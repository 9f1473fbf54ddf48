package org.saisei.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A service's answer.
 *
 * @param asked the method and path, for messages
 * @param body missing where the answer has none
 * @param location the resource the answer points at
 */
record Reply(String asked, int status, JsonNode body, Optional<URI> location) {

    static JsonNode nothing() {
        return MissingNode.getInstance();
    }

    /** This reply, if it has one of those statuses. */
    Reply expect(Integer... statuses) {
        Unexpected.unless(
                List.of(statuses).contains(status),
                asked + ": expected " + List.of(statuses) + ", got " + status + " " + body);
        return this;
    }

    /** A field that has to be there. */
    String text(String field) {
        JsonNode value = body.path(field);
        Unexpected.unless(value.isTextual(), asked + ": the answer lacks " + field + ": " + body);
        return value.textValue();
    }
}
