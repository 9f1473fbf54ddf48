package org.saisei.registry.identity;

import java.util.List;
import java.util.Optional;

/** Keeps identities sealed, each row with a data key of its own. */
public interface IdentityStore {

    /** Stores the identity and its match indexes in the running transaction. */
    void keep(SubjectId subject, String facilityId, PatientIdentity identity);

    /** Subjects of any facility that match by record number or by kana and birth date, the given one left out. */
    List<SubjectId> matching(SubjectId subject, String facilityId, PatientIdentity identity);

    Optional<PatientIdentity> read(SubjectId subject);
}
