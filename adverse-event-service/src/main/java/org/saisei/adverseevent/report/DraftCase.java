package org.saisei.adverseevent.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Term;

/**
 * A report that lacks a minimum element: kept, pushed nowhere, and asked for.
 *
 * @param missing JSON pointers. Empty for a draft that would be no draft by the rules of today: nobody has been told of
 *     it, so it stays one until the facility sends it again
 */
public record DraftCase(
        CaseHeader header, CaseContent content, @Nullable Term term, List<String> missing) implements SafetyCase {

    public DraftCase {
        missing = List.copyOf(missing);
    }

    /** A case that was kept as a draft. */
    public static DraftCase kept(CaseHeader header, CaseContent content, @Nullable Term term) {
        return new DraftCase(header, content, term, MinimumElements.missing(content));
    }

    /** The next version, which may still be a draft. */
    SafetyCase replacedBy(CaseContent complete, @Nullable Term term, Instant now) {
        return SafetyCase.of(header.nextVersion(now), complete, term);
    }
}
