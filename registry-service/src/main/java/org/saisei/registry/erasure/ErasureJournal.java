package org.saisei.registry.erasure;

import java.util.List;

/**
 * Erasures as told to a place outside the database, so that a restored database can be told again. Holds no identity.
 */
public interface ErasureJournal {

    /**
     * Makes the intention durable before the running transaction commits, and notes its outcome after it. Where none is
     * noted, the process or the database ended while it was committing.
     *
     * @throws IllegalStateException if it cannot be made durable; the transaction must not commit then
     */
    void intend(Erasure erasure);

    /**
     * All that was ever told by any replica, in the order told, without what was rolled back for certain at every attempt.
     *
     * @throws IllegalStateException if any of it cannot be read
     */
    List<Entry> entries();

    /** @param committed false where no outcome is noted */
    record Entry(Erasure erasure, boolean committed) {}
}
