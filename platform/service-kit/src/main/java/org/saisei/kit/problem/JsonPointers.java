package org.saisei.kit.problem;

/** RFC 6901. */
final class JsonPointers {
    private static final int MAX_TOKEN = 64;

    private JsonPointers() {}

    /** Escapes one reference token; one longer than any field of ours is cut, so that no caller's text is mirrored. */
    static String escape(String token) {
        var bounded = token.length() > MAX_TOKEN ? token.substring(0, MAX_TOKEN) : token;
        return bounded.replace("~", "~0").replace("/", "~1");
    }
}
