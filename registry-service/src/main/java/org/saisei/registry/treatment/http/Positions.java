package org.saisei.registry.treatment.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Cursors of lists that are ordered by a UUIDv7. */
final class Positions {
    private Positions() {}

    /** @throws ProblemException 400 if no list here gave out the cursor */
    static @Nullable UUID decode(@Nullable String after) {
        try {
            var decoded = Cursor.decode(after);
            return decoded == null ? null : UUID.fromString(decoded);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid("query:after", "FORMAT", "is not a cursor that this list has given out"));
        }
    }
}
