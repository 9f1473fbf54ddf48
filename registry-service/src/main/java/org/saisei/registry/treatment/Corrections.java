package org.saisei.registry.treatment;

import java.util.List;
import java.util.Optional;
import org.saisei.registry.identity.SubjectId;

/** Where corrections are kept, their reasons sealed. */
public interface Corrections {

    /** Until the transaction ends, nobody else corrects under this document number of this facility. */
    void holdDocument(String facilityId, String documentNumber);

    /** The resource a correction of this number led to. */
    Optional<Place> findByDocument(String facilityId, String documentNumber);

    /** @return the reason as it is kept: ciphertext, of no use without the correction's key */
    byte[] add(SubjectId subjectId, String facilityId, Correction correction);

    /** In the order recorded. */
    List<Correction> of(SubjectId subjectId);

    /** Where a correction is to be found. */
    record Place(SubjectId subjectId, Correction correction) {}
}
