package org.saisei.registry.erasure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.registry.identity.SubjectId;

/** Where legal holds and their liftings are kept, for good. Whoever adds holds the subject's row. */
public interface LegalHolds {

    /** @return false if the document number is taken */
    boolean add(LegalHold hold);

    /** @return false if the document number is taken, or the hold is lifted already */
    boolean addLifting(UUID holdId, LegalHold.Lifting lifting);

    /** In the order placed, lifted ones included. */
    List<LegalHold> of(SubjectId subjectId);

    Optional<LegalHold> findByDocument(String documentNumber);

    Optional<LegalHold> findByLiftingDocument(String documentNumber);

    default List<LegalHold> standing(SubjectId subjectId) {
        return of(subjectId).stream().filter(LegalHold::stands).toList();
    }
}
