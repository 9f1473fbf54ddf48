package org.saisei.kit.start;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A property that must be set and that nobody may know.
 *
 * @param property its name in the configuration; as an environment variable {@code SAISEI_KEYS_MATCH} and the like
 */
record Secret(String property, Kind kind) {
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_CHARACTERS = 12;

    /** Of 32 bytes at random, not one time in a million million are so few different ones. */
    private static final int DIFFERENT_BYTES = 16;

    /** A password at random is longer than any that is built around such a word. */
    private static final int PLACEHOLDER_CHARACTERS = 24;

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change.?(me|it)|replace|passw(or)?d|secret|placeholder|example|todo|insert|12345|qwert|x{4,}|\\*{3,}|^<.*>$",
            Pattern.CASE_INSENSITIVE);

    enum Kind {
        PASSWORD,
        /** 32 bytes in base64. */
        KEY,
        /** A list of {@code id:base64} of 32 bytes each. */
        KEYS
    }

    /** What is wrong with a value, without repeating it; empty if nothing is. */
    Optional<String> fault(Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .map(text -> switch (kind) {
                    case PASSWORD -> password(text);
                    case KEY -> key(text);
                    case KEYS -> keys(text);
                })
                .orElse(Optional.of("is not set"))
                .map(what -> property + " " + what);
    }

    private static Optional<String> password(String text) {
        if (text.length() < PASSWORD_CHARACTERS) {
            return Optional.of("has fewer than " + PASSWORD_CHARACTERS + " characters");
        }
        return text.length() < PLACEHOLDER_CHARACTERS
                        && PLACEHOLDER.matcher(text).find()
                ? Optional.of("is a placeholder")
                : Optional.empty();
    }

    private static Optional<String> key(String text) {
        var bytes = decoded(text);
        if (bytes.isEmpty() || bytes.get().length != KEY_BYTES) {
            return Optional.of("is not " + KEY_BYTES + " bytes in base64");
        }
        long different = IntStream.range(0, KEY_BYTES)
                .map(i -> bytes.get()[i])
                .distinct()
                .count();
        return different < DIFFERENT_BYTES ? Optional.of("is a placeholder, not bytes at random") : Optional.empty();
    }

    private static Optional<String> keys(String text) {
        for (var entry : List.of(text.split(",", -1))) {
            int colon = entry.indexOf(':');
            if (colon < 1) {
                return Optional.of("is not a list of id:base64");
            }
            var fault = key(entry.substring(colon + 1).strip());
            if (fault.isPresent()) {
                return fault.map(what -> "has a key that " + what);
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }
}
