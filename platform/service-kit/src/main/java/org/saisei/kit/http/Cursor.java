package org.saisei.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** The opaque place where the next page of a list begins. */
public final class Cursor {
    private Cursor() {}

    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return null for null, the first page
     * @throws ProblemException 400 if it is none of ours
     */
    public static @Nullable String decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /**
     * For a list in the order of its ids.
     *
     * @return null for null, the first page
     * @throws ProblemException 400 if it is none of ours
     */
    public static @Nullable UUID decodeId(@Nullable String cursor) {
        var position = decode(cursor);
        if (position == null) {
            return null;
        }
        try {
            var id = UUID.fromString(position);
            if (id.toString().equals(position)) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            // as any other that we have not given out
        }
        throw refused();
    }

    /** 400, of one that decodes to no position of the list. */
    public static ProblemException refused() {
        return new ProblemException(
                Problem.invalid("query:after", "FORMAT", "is not a cursor that this list has given out"));
    }
}
