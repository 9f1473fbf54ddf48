package org.saisei.eligibility.assessment;

import java.util.Optional;

/** Where the registry's word on candidates is kept, one row for each subject. */
public interface CandidateStandings {

    Optional<CandidateStanding> find(String subjectId);

    void put(CandidateStanding standing);
}
