package org.saisei.kit.problem;

import java.util.regex.Pattern;

/** RFC 6901. */
final class JsonPointers {
    private static final int MAX_TOKEN = 64;
    private static final Pattern FOREIGN = Pattern.compile("[^\\x21-\\x7E]");

    private JsonPointers() {}

    /**
     * Escapes one reference token. A name that is none of ours is the caller's text: it is cut, and what no field name
     * has (half a surrogate pair, say, which JSON cannot carry) becomes a question mark.
     */
    static String escape(String token) {
        var bounded = token.length() > MAX_TOKEN ? token.substring(0, MAX_TOKEN) : token;
        return FOREIGN.matcher(bounded).replaceAll("?").replace("~", "~0").replace("/", "~1");
    }
}
