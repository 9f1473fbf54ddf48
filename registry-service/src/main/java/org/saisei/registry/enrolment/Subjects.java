package org.saisei.registry.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.identity.SubjectId;

/** Where enrolments are kept. */
public interface Subjects {

    Optional<Subject> find(SubjectId subjectId);

    /** As {@link #find}, with the row locked until the transaction ends. */
    Optional<Subject> lock(SubjectId subjectId);

    /** As {@link #lock}, for several; locked and answered in order of enrolment. */
    List<Subject> lockAll(Set<SubjectId> subjectIds);

    /** All enrolments a facility made of a candidate, locked, oldest first. Hold the candidate first: {@link Decisions#hold}. */
    List<Subject> lockOfCandidate(String facilityId, String candidateId);

    /** Enrolments that recorded this one as perhaps the same patient's, oldest first. */
    List<SubjectId> suspecting(Subject subject);

    void add(Subject subject);

    /** Stores the standing and version, and the step in the history. */
    void move(Subject subject, StandingChange change);

    List<StandingChange> history(SubjectId subjectId);

    /** @return up to {@code limit} enrolments after a position, in order of enrolment */
    List<Subject> list(Filter filter, @Nullable UUID after, int limit);

    /**
     * @param facilityId null for every facility
     * @param protocols empty for every protocol
     */
    record Filter(
            @Nullable String facilityId,
            Set<String> protocols,
            @Nullable String documentNumber,
            @Nullable String candidateId,
            Standing.@Nullable Code standing) {

        public Filter {
            protocols = Set.copyOf(protocols);
        }
    }
}
