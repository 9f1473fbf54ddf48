package org.saisei.adverseevent.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Term;

/**
 * A report that lacks a minimum element: kept, pushed nowhere, and asked for.
 *
 * @param missing JSON pointers, at least one
 */
public record DraftCase(CaseHeader header, CaseContent content, List<String> missing) implements SafetyCase {

    public DraftCase {
        missing = List.copyOf(missing);
    }

    /** The next version, which may still be a draft. */
    SafetyCase replacedBy(CaseContent complete, @Nullable Term term, Instant now) {
        return SafetyCase.of(header.nextVersion(now), complete, term);
    }
}
