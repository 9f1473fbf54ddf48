package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Term;

/** Everything reported on one adverse event or malfunction (症例報告). */
public sealed interface SafetyCase permits DraftCase, ReportedCase {

    CaseHeader header();

    CaseContent content();

    /** The reaction's term, if its list is held here; null too for a case without a reaction. */
    @Nullable
    Term term();

    /** A reaction is told whose term is not known here: somebody has to code it. */
    default boolean codingOpen() {
        return content().reaction() != null && term() == null;
    }

    /** A report with the four minimum elements is reported; one that lacks an element is a draft. */
    static SafetyCase of(CaseHeader header, CaseContent content, @Nullable Term term) {
        var missing = MinimumElements.missing(content);
        return missing.isEmpty()
                ? new ReportedCase(header, content, term, null)
                : new DraftCase(header, content, term, missing);
    }
}
