/**
 * What waits: events not yet published, events parked. Promises the gauges {@code saisei_outbox_waiting},
 * {@code saisei_outbox_oldest_seconds}, {@code saisei_outbox_refused_keys} and {@code saisei_inbox_parked}, at most a few
 * seconds old and NaN while the database is away, and {@code saisei_broker_reachable}, in every service; a service does
 * nothing for them.
 */
@NullMarked
package org.saisei.kit.backlog;

import org.jspecify.annotations.NullMarked;
