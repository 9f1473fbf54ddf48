package org.saisei.registry.treatment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.identity.SubjectId;

/** Where planned administrations are kept. */
public interface Plans {

    /** Until the transaction ends, nobody else plans under this document number of this facility. */
    void holdDocument(String facilityId, String documentNumber);

    Optional<Place> findByDocument(String facilityId, String documentNumber);

    Optional<Plan> find(SubjectId subjectId, UUID planId);

    /** @return up to {@code limit} plans after a planId, in the order recorded */
    List<Plan> list(SubjectId subjectId, @Nullable String documentNumber, @Nullable UUID after, int limit);

    void add(SubjectId subjectId, Plan plan);

    /** Where a plan is to be found. */
    record Place(SubjectId subjectId, UUID planId) {}
}
