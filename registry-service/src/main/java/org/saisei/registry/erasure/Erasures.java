package org.saisei.registry.erasure;

import java.util.Optional;
import org.saisei.registry.identity.SubjectId;

/** Where erasures are kept, for good. */
public interface Erasures {

    /** @return false if the subject's identity is erased already, or the document number is taken */
    boolean add(Erasure erasure);

    Optional<Erasure> of(SubjectId subjectId);

    Optional<Erasure> findByDocument(String documentNumber);

    /**
     * Takes from the database what was derived from the identity or may name the patient beside the sealed identity itself:
     * the keys of the reasons of the subject's corrections, and the answers kept for repeats of the requests that brought
     * them, with their keyed fingerprints.
     */
    void forgetTraces(SubjectId subjectId);
}
