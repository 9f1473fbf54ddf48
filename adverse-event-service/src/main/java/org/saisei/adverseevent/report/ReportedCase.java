package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Term;

/**
 * A valid case.
 *
 * @param term null for a malfunction without a reaction, and while coding is open
 * @param link null while the subject is not known
 */
public record ReportedCase(
        CaseHeader header,
        CaseContent content,
        @Nullable Term term,
        @Nullable Link link) implements SafetyCase {

    /** An event of special interest (S-A3), as far as its term alone tells. */
    public boolean specialInterest() {
        return term != null && term.specialInterest();
    }

    /** The protocol that was reported, else that of the subject. */
    public @Nullable String protocol() {
        if (content.protocol() != null) {
            return content.protocol();
        }
        return link == null ? null : link.protocol();
    }

    ReportedCase linkedTo(Link subject) {
        return new ReportedCase(header.nextRevision(), content, term, subject);
    }
}
