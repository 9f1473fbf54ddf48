package org.saisei.eligibility.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a criterion found out, before its {@link Kind} gives it the name of a verdict. */
public sealed interface Finding {

    /**
     * @param values what was looked at, by name
     * @param deviation what departs from the rule all the same (逸脱); null if nothing
     */
    record Satisfied(Map<String, Object> values, @Nullable Text deviation) implements Finding {
        public Satisfied {
            values = Values.normalised(values);
        }
    }

    /**
     * @param values what was looked at, by name
     * @param declarable false if even a declaration that no other treatment option exists does not carry this caution
     */
    record NotSatisfied(Map<String, Object> values, boolean declarable) implements Finding {
        public NotSatisfied {
            values = Values.normalised(values);
        }
    }

    /**
     * @param missing JSON pointers of exactly the fields that would settle it: {@code /attestations}, {@code /links} and
     *     {@code /physicians} in the facility's record, the others in the request; never empty
     * @param values what was looked at nevertheless
     */
    record Unknown(List<String> missing, Map<String, Object> values) implements Finding {
        public Unknown {
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown finding names what is missing");
            }
            missing = List.copyOf(missing);
            values = Values.normalised(values);
        }
    }

    /** @param values what shows that the criterion does not bind */
    record NotApplicable(Map<String, Object> values) implements Finding {
        public NotApplicable {
            values = Values.normalised(values);
        }
    }

    static Finding of(boolean satisfied, Map<String, Object> values) {
        return satisfied ? new Satisfied(values, null) : new NotSatisfied(values, true);
    }

    static Finding unknown(Map<String, Object> values, List<String> missing) {
        return new Unknown(missing, values);
    }
}
