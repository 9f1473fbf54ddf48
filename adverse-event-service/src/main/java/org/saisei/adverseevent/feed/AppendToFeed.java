package org.saisei.adverseevent.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Gives committed entries their positions: its own and those that a killed replica left behind. The head's row lock makes
 * positions dense, and makes them visible in order; it ends with the transaction, so nobody waits for a dead replica.
 */
@ApplicationScoped
public class AppendToFeed {
    static final int BATCH = 500;

    private final FeedStore feed;

    AppendToFeed(FeedStore feed) {
        this.feed = feed;
    }

    /** @return what the next batch came to; empty if nothing waited */
    @Transactional
    public Optional<FeedStore.Appended> appendPending() {
        return feed.append(BATCH);
    }
}
