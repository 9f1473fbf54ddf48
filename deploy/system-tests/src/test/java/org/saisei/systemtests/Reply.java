package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** An HTTP answer; a body that is no JSON is a text node, none at all a missing node. */
record Reply(String request, int status, HttpHeaders headers, JsonNode body) {

    Reply expect(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new AssertionError(request + " answered " + status + ": " + body);
    }

    String text(String field) {
        var value = body.path(field);
        if (!value.isTextual()) {
            throw new AssertionError(request + " answered without " + field + ": " + body);
        }
        return value.textValue();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
