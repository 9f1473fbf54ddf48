package org.saisei.eligibility.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where candidates and assessments are kept. */
public interface Assessments {

    /** Holds the candidate against other assessments until the transaction ends. */
    Optional<Candidate> lockCandidate(String candidateId);

    /** Adds it, held likewise. */
    void add(Candidate candidate);

    /** The assessment of that stage that no other has superseded. */
    Optional<Assessment> standing(String candidateId, String protocol, String stage);

    Optional<UUID> recordedUnder(String facilityId, String documentNumber);

    /** @return false if the facility's document number has been taken in the meantime */
    boolean add(Assessment assessment);

    /**
     * The ciphertext of the declaration's reasons in base64, which only the assessment's own key opens: what the audit trail
     * holds of them. Empty where nothing was declared.
     */
    Optional<String> reasonsCiphertext(UUID assessmentId);

    Optional<Assessment> find(UUID assessmentId);

    /** Which assessments took the place of these, by what they supersede; those that stand are not among the keys. */
    Map<UUID, UUID> supersededBy(Collection<UUID> assessmentIds);

    /** In the order in which they were decided. */
    List<Assessment> list(Query query);

    /**
     * @param facilityId null for every facility's
     * @param documentNumber null for all
     * @param candidateId null for all
     * @param protocols those the reader is limited to; empty for no limit
     * @param after last id of the page before, null for the first
     */
    record Query(
            @Nullable String facilityId,
            @Nullable String documentNumber,
            @Nullable String candidateId,
            Set<String> protocols,
            @Nullable UUID after,
            int limit) {
        public Query {
            protocols = Set.copyOf(protocols);
        }
    }
}
