package org.saisei.eligibility.protocol;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where changes of protocols' parameters are kept, in the order in which they were recorded. */
public interface ParameterChanges {

    /** Holds the protocol's parameters against other changes until the running transaction ends. */
    void lock(String protocol);

    Optional<ParameterChange> recordedUnder(String protocol, String documentNumber);

    Optional<ParameterChange> find(UUID changeId);

    /** @return false if the document number has been taken in the meantime */
    boolean add(ParameterChange change);

    /** All of the protocol's, first recorded first. */
    List<ParameterChange> of(String protocol);
}
