package org.saisei.registry.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps identities sealed, each row with a data key of its own. */
public interface IdentityStore {

    /**
     * Stores the identity and its match indexes in the running transaction.
     *
     * @return the ciphertext in base64, which only the row's own key opens: what the audit trail holds of it
     */
    String keep(SubjectId subject, String facilityId, PatientIdentity identity);

    /**
     * Subjects of any facility that match by record number or by kana and birth date, the given one left out. Until the
     * transaction ends, nobody else who asks so keeps an identity that matches.
     *
     * @return to be asked for by and by, in the running transaction
     */
    Supplier<List<SubjectId>> soonMatching(SubjectId subject, String facilityId, PatientIdentity identity);

    /**
     * As {@link #soonMatching}, of an identity that is kept, as things stand now; so whoever is alike finds the other, whichever
     * came first.
     *
     * @return empty for one that was erased
     */
    List<SubjectId> alike(SubjectId subject);

    /** Empty for one that was erased. */
    Optional<PatientIdentity> read(SubjectId subject);

    /** Those of the subjects whose identity is there. */
    Set<SubjectId> kept(Collection<SubjectId> subjects);

    /** Destroys the row with its key, and the match indexes, in the running transaction. */
    void erase(SubjectId subject);
}
