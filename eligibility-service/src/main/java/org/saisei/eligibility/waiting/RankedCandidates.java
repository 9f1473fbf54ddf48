package org.saisei.eligibility.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the candidates whose standing assessment of a stage lets them be treated, who have not been found unfit at another
 * stage since, and who are not enrolled. A candidate whose enrolment was refused, or who was found unfit at another stage,
 * is among them again once assessed anew. Of candidates that are equal, whoever was first assessed on the earlier day comes
 * first, and then the one with the lower id of that assessment.
 */
public interface RankedCandidates {

    /** Facilities whose candidates were assessed so at that stage between the days, both included. */
    List<String> facilities(String protocol, String stage, LocalDate assessedFrom, LocalDate on);

    Section read(Query query);

    /**
     * @param on what was assessed and told by the registry until the end of this day counts
     * @param assessedFrom older assessments have lost their place
     * @param groupedBy member names from the facts document down to what groups the candidates
     * @param groups codes in the order of the groups
     * @param since member names down to the day by which a group is ordered, the earliest first
     * @param notTreating facilities whose candidates have no place
     * @param facilityId whose candidates are answered, ranked among all; null for every facility's
     * @param after the last position of the page before; null for the first page
     */
    record Query(
            String protocol,
            String stage,
            LocalDate on,
            LocalDate assessedFrom,
            List<String> groupedBy,
            List<Set<String>> groups,
            List<String> since,
            List<String> notTreating,
            @Nullable String facilityId,
            @Nullable Position after,
            int limit) {
        public Query {
            groupedBy = List.copyOf(groupedBy);
            groups = List.copyOf(groups);
            since = List.copyOf(since);
            notTreating = List.copyOf(notTreating);
        }
    }

    /**
     * Where a candidate stands in the order, whoever else comes or goes.
     *
     * @param group counted from 1
     * @param since the last possible day if there is none
     * @param firstAssessedOn the day of the candidate's first assessment under the protocol, at whatever stage
     * @param firstAssessmentId of that day the lowest
     */
    record Position(int group, LocalDate since, LocalDate firstAssessedOn, UUID firstAssessmentId) {}

    /** @param length of the whole list, whosever candidates are answered */
    record Section(int length, List<Ranked> ranked) {
        public Section {
            ranked = List.copyOf(ranked);
        }
    }

    /**
     * @param rank from 1, among all
     * @param code by which it is grouped; null if it is not known
     * @param since null if it is not known
     */
    record Ranked(
            int rank,
            Position position,
            String candidateId,
            String facilityId,
            UUID assessmentId,
            String documentNumber,
            String decision,
            LocalDate assessedOn,
            @Nullable String code,
            @Nullable LocalDate since) {}
}
