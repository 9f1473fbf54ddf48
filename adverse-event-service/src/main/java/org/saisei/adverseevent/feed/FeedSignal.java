package org.saisei.adverseevent.feed;

/** Told after each commit that left entries to append. */
public interface FeedSignal {
    void wake();
}
