package org.saisei.adverseevent.exposure;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Subjects and their treatment as told by the registry. */
public interface Exposures {

    /**
     * Holds back, until the running transaction ends, everybody else who reports about or records this subject or
     * candidate, so that a report and an exposure that arrive together cannot miss each other.
     */
    void lock(@Nullable String subjectId, @Nullable String candidateId);

    void know(KnownSubject subject);

    void add(String subjectId, TreatmentFact fact);

    /**
     * Takes a voided or corrected fact out of force; the row stays.
     *
     * @return false for a fact that is none here, or not in force
     */
    boolean retire(String factId);

    Optional<Exposure> ofSubject(String subjectId);

    /** As {@link #ofSubject}, asked with the running transaction's next statement; whoever gets it waits for it. */
    Supplier<Optional<Exposure>> soonOfSubject(String subjectId);

    /**
     * A candidate may have been enrolled more than once; treated enrolments first, then the latest. Asked with the running
     * transaction's next statement.
     */
    Supplier<List<Exposure>> soonOfCandidate(String candidateId);

    /** A facility that the platform has heard of: its accreditation, its subjects. */
    void knowFacility(String facilityId);

    boolean knowsFacility(String facilityId);
}
