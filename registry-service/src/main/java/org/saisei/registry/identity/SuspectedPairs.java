package org.saisei.registry.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every two enrolments whose identities match as {@link IdentityStore#alike} has it, as things stand now. */
public interface SuspectedPairs {

    /**
     * In the order in which the later of the two was enrolled, so that a pair that comes up is at the end.
     *
     * @param protocols empty for every protocol; both enrolments of a pair are under the same
     * @return up to {@code limit} pairs after one
     */
    List<Pair> list(Set<String> protocols, @Nullable Place after, int limit);

    /** Two enrolments, and where they stand in the list. */
    record Pair(SubjectId later, SubjectId earlier, Place place) {}

    /** Positions of the two enrolments, see {@link org.saisei.registry.enrolment.Subject#position}. */
    record Place(UUID later, UUID earlier) {}
}
