package org.saisei.registry.disclosure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.identity.SubjectId;

/** All that is kept of one subject, but for what is sealed. */
public interface Holdings {

    /**
     * Every row of every table, by what the rows are, each in the order recorded; empty lists where there is none. What a
     * case said while it was linked to another subject is that one's.
     */
    Map<String, List<Map<String, Object>>> records(Subject subject);

    /**
     * Who touched or read what is held, in the order in which they did.
     *
     * @param after position of the last access of the page before, null for the first page
     * @return up to {@code limit}
     */
    List<Access> accesses(SubjectId subjectId, @Nullable Long after, int limit);
}
