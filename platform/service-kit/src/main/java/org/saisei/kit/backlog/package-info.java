/**
 * What waits: events not yet published, events parked, events not yet read. Promises the gauges
 * {@code saisei_outbox_waiting}, {@code saisei_outbox_oldest_seconds}, {@code saisei_outbox_refused_keys} and
 * {@code saisei_inbox_parked}, at most a few seconds old and NaN while the database is away; {@code saisei_broker_reachable} and
 * {@code saisei_broker_topics_missing};
 * {@code saisei_inbox_lag_events} and {@code saisei_inbox_lag_seconds} for each topic read, NaN while the broker is away; and
 * the values of all gauges of the service's own in {@code /q/health/well}, in every service, which does nothing for them. A
 * service's own backlog is a bean of {@link org.saisei.kit.backlog.Measure}.
 */
@NullMarked
package org.saisei.kit.backlog;

import org.jspecify.annotations.NullMarked;
