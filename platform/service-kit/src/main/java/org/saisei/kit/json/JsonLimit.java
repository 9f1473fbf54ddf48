package org.saisei.kit.json;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Arrays;
import java.util.Optional;

/** How much of a document is read; what has more is refused before it is built. */
public enum JsonLimit {
    DEPTH(32, "levels within each other", "Document nesting depth"),
    /** No quantity here needs more digits. */
    NUMBER(64, "characters for a number", "Number value length"),
    /** Longer names are no names that anything here has. */
    NAME(100, "characters for the name of a field", "Name length"),
    /** A narrative is the longest text. */
    TEXT(100_000, "characters for a text", "String value length"),
    TOKENS(100_000, "braces, names and values", "Token count");

    private final int most;
    private final String what;
    private final String parsersWords;

    /** @param parsersWords with which the parser's message begins, which has no other way to say what was too much */
    JsonLimit(int most, String what, String parsersWords) {
        this.most = most;
        this.what = what;
        this.parsersWords = parsersWords;
    }

    int most() {
        return most;
    }

    /** Which limit a document went beyond; empty for one that is not set here. */
    public static Optional<JsonLimit> of(StreamConstraintsException beyond) {
        return Arrays.stream(values())
                .filter(limit -> beyond.getOriginalMessage().startsWith(limit.parsersWords))
                .findFirst();
    }

    /** For a person: what is the most. */
    public String rule() {
        return "has at most " + most + " " + what;
    }
}
