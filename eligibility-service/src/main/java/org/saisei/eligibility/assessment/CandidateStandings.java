package org.saisei.eligibility.assessment;

/** Where the registry's word on candidates is kept, one row for each subject. */
public interface CandidateStandings {

    void put(CandidateStanding standing);
}
