package org.saisei.adverseevent.feed;

import java.util.List;
import java.util.Optional;

/** The feed as stored. */
public interface FeedStore {

    FeedHead head();

    /** Whether committed entries wait for their position. */
    boolean hasPending();

    /**
     * Gives waiting entries the positions after the head, in the order of case and version. Holds the head until the running
     * transaction ends, against every other replica.
     *
     * @param limit for how many at most
     * @return empty if none waited
     */
    Optional<Appended> append(int limit);

    /**
     * @param head as it is now
     * @param moreMayWait whether the limit was reached
     */
    record Appended(FeedHead head, boolean moreMayWait) {}

    /** @return at most {@code limit} entries with a position greater than {@code position}, in order */
    List<PositionedEntry> after(long position, int limit);

    boolean hasEntryOf(String facilityId);
}
