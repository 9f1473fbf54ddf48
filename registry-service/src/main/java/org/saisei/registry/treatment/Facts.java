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

    /** Until the transaction ends, nobody else records or corrects a product with one of these lot numbers. */
    void holdLots(Set<String> lotNumbers);

    /** All versions of all facts of a subject, in the order recorded. */
    List<Fact> of(SubjectId subjectId);

    Optional<Fact> find(SubjectId subjectId, FactKind kind, UUID factId);

    /** The latest version recorded under this number, whichever subject of the facility it is about. */
    Optional<Fact> findByDocument(String facilityId, FactKind kind, String documentNumber);

    /**
     * @param documentNumber of the fact, or of the correction that made or voided it; null for all
     * @return up to {@code limit} facts of one kind, every version, after a factId
     */
    List<Fact> list(
            SubjectId subjectId, FactKind kind, @Nullable String documentNumber, @Nullable UUID after, int limit);

    void add(Fact fact);

    void retire(UUID factId, Fact.Status as, @Nullable UUID replacedBy);

    /** Subjects with a current product of one of these lots, at any facility. */
    Set<SubjectId> recordersOf(Set<String> lotNumbers);

    /** Those of the lots of which another subject has a current product, at any facility. */
    Set<String> recordedByOthers(SubjectId subjectId, Set<String> lotNumbers);
}
