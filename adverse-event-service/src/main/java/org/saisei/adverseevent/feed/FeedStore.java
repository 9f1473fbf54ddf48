package org.saisei.adverseevent.feed;

import java.util.List;
import java.util.Optional;

/** The feed as stored. */
public interface FeedStore {

    FeedHead head();

    /** Looks without holding anything. */
    Outlook look();

    /**
     * @param end of the feed
     * @param pending whether committed entries wait for their position
     */
    record Outlook(FeedPosition end, boolean pending) {}

    /**
     * Gives committed entries their positions, those that a killed replica left behind too: the ones after the head, in the
     * order of case and version, in a transaction of its own. The head's row lock makes positions dense and visible in order;
     * it ends with that transaction, so nobody waits for a dead replica.
     *
     * @param limit for how many at most
     * @return empty if none waited
     */
    Optional<Appended> append(int limit);

    /**
     * @param generation of their positions
     * @param entries in order, at least one
     */
    record Appended(long generation, List<PositionedEntry> entries) {

        /** The end of the feed when they were appended. */
        public FeedPosition end() {
            return new FeedPosition(generation, entries.getLast().position());
        }
    }

    /** @return at most {@code limit} entries with a position greater than {@code position}, in order */
    List<PositionedEntry> after(long position, int limit);

    boolean hasEntryOf(String facilityId);
}
