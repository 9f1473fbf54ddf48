package org.saisei.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
            throw new ProblemException(
                    Problem.invalid("query:after", "FORMAT", "is not a cursor that this list has given out"));
        }
    }
}
