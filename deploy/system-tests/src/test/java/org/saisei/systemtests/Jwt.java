package org.saisei.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A signed token in its three parts, to be put together otherwise.
 *
 * @param header as JSON
 * @param payload as JSON
 * @param signature as it is sent; empty for none
 */
record Jwt(String header, String payload, String signature) {

    static Jwt of(String token) {
        var parts = token.split("\\.", -1);
        return new Jwt(decoded(parts[0]), decoded(parts[1]), parts[2]);
    }

    /** As it is sent: the same characters again if nothing was changed. */
    String compact() {
        return encoded(header) + "." + encoded(payload) + "." + signature;
    }

    /** The name of the key that signed it. */
    String key() {
        return object(header).path("kid").textValue();
    }

    ObjectNode claims() {
        return object(payload);
    }

    Jwt withKey(String kid) {
        return withHeader(object(header).put("kid", kid).toString());
    }

    Jwt withHeader(String other) {
        return new Jwt(other, payload, signature);
    }

    Jwt withPayload(String other) {
        return new Jwt(header, other, signature);
    }

    Jwt withSignature(String other) {
        return new Jwt(header, payload, other);
    }

    static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) Caller.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
