package org.saisei.adverseevent.feed.persistence;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.saisei.kit.database.Sql;
import org.saisei.kit.restore.Restored;

/**
 * Has the feed go on in another generation after a restore. Its number is a time, in seconds since 1970: the one after the
 * former is what the feed may have had before, if the same backup is restored a second time.
 */
@Singleton
class NewGeneration {
    private static final Logger LOG = Logger.getLogger(NewGeneration.class);

    private final Sql sql;

    NewGeneration(Sql sql) {
        this.sql = sql;
    }

    void begin(@Observes Restored restored) {
        sql.update("UPDATE feed_head SET generation ="
                + " greatest(generation + 1, extract(epoch FROM clock_timestamp())::bigint)");
        LOG.warn("the case feed goes on in another generation: clients with a position of before are answered 410");
    }
}
