package org.saisei.registry.protocol;

import java.util.List;
import java.util.Set;

/**
 * Which values of an administration a rule is weighed on.
 *
 * @param pointers JSON pointers into the administration, e.g. {@code /weightKg}
 */
public record Needs(String ruleId, List<String> pointers) {

    public Needs {
        pointers = List.copyOf(pointers);
    }

    /** Those of them that are among the absent ones. */
    public Needs among(Set<String> absent) {
        return new Needs(ruleId, pointers.stream().filter(absent::contains).toList());
    }
}
