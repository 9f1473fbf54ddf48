package org.saisei.registry.treatment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.identity.SubjectId;

/** Where treatment facts are kept. */
public interface Facts {

    /** Until the transaction ends, nobody else records this document number of this facility and kind. */
    void holdDocument(String facilityId, FactKind kind, String documentNumber);

    /** Until the transaction ends, nobody else records a product with this lot number. */
    void holdLot(String lotNumber);

    /** All versions of all facts of a subject, in the order recorded. */
    List<Fact> of(SubjectId subjectId);

    Optional<Fact> find(SubjectId subjectId, FactKind kind, UUID factId);

    /** The latest version recorded under this number, whichever subject of the facility it is about. */
    Optional<Fact> findByDocument(String facilityId, FactKind kind, String documentNumber);

    /** @return up to {@code limit} facts of one kind, every version, after a factId */
    List<Fact> list(
            SubjectId subjectId, FactKind kind, @Nullable String documentNumber, @Nullable UUID after, int limit);

    void add(Fact fact);

    void retire(UUID factId, Fact.Status as, @Nullable UUID replacedBy);

    /** Those of the lots that were first recorded as a product of another subject, at any facility. */
    Set<String> firstRecordedByOthers(SubjectId subjectId, Set<String> lotNumbers);
}
