package org.saisei.adverseevent.feed;

import java.util.List;

/** The feed as stored. */
public interface FeedStore {

    FeedHead head();

    /** Whether committed entries wait for their position. */
    boolean hasPending();

    /** Holds the head until the running transaction ends, against every other replica. */
    FeedHead lockHead();

    /**
     * Gives waiting entries the positions after {@code last}, in the order of case and version.
     *
     * @return how many got one, at most {@code limit}
     */
    int append(FeedPosition last, int limit);

    /** @return at most {@code limit} entries with a position greater than {@code position}, in order */
    List<PositionedEntry> after(long position, int limit);

    boolean hasEntryOf(String facilityId);
}
