package org.saisei.adverseevent.feed;

/** Where a case's transaction leaves what the streams shall tell. */
public interface CaseFeed {

    /** Stores the entry in the running transaction; it gets its position soon after the commit. */
    void enter(FeedEntry entry);
}
