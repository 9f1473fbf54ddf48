package org.saisei.eligibility.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where administrations are kept as the registry tells of them. */
public interface Administrations {

    void add(Administration administration);

    /**
     * It was voided, or another has taken its place.
     *
     * @return false for a fact that is no administration, or none any more
     */
    boolean retire(UUID factId);

    /**
     * Days on which the facility's candidate was given the protocol's product under an enrolment of that facility: what is
     * told of another facility's enrolment under the same number says nothing of this patient.
     *
     * @return empty if the facility has no such candidate
     */
    Optional<List<LocalDate>> of(String facilityId, String candidateId, String protocol);
}
