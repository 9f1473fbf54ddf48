package org.saisei.kit.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Forms of what an operator asks by. */
final class Forms {
    static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

    /** Any key that an event of ours could have, and whatever else can be read and typed. */
    static final String KEY = "^[\\x21-\\x7E]{1,200}$";

    static final String TOPIC = "^[a-z][a-z0-9.-]{0,99}$";

    private Forms() {}

    /** @throws ProblemException 400 for a topic that is none of ours: its list would be empty, as if all were well */
    static void checkTopic(@Nullable String topic, List<String> known) {
        if (topic != null && !known.contains(topic)) {
            throw new ProblemException(
                    Problem.invalid("query:topic", "UNKNOWN", "is none of " + String.join(", ", known)));
        }
    }
}
