package org.saisei.registry.treatment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saisei.registry.identity.SubjectId;

/** Where deviations are kept, also those withdrawn. */
public interface Deviations {

    /** In the order recorded. */
    List<Deviation> of(SubjectId subjectId);

    void add(SubjectId subjectId, Deviation deviation);

    void withdraw(UUID deviationId, Instant at);
}
