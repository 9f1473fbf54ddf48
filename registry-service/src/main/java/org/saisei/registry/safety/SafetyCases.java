package org.saisei.registry.safety;

import java.util.List;
import org.saisei.registry.identity.SubjectId;

/** Where cases are kept: every record of a case, in the order told. */
public interface SafetyCases {

    /** @param sequence of the event among the case's */
    void add(SafetyCase record, long sequence);

    /** Cases whose latest record names the subject, in that record. */
    List<SafetyCase> of(SubjectId subjectId);
}
