/**
 * Events to other services. Promises that an event is published if and only if its transaction committed, at least once, in
 * sequence for each (topic, key), whichever replica is killed, frozen or cut off meanwhile. An act appends to
 * {@link org.saisei.kit.outbox.Outbox}; the relay shares the lanes among replicas by leases and fences a former holder by
 * the lane's transactional producer.
 */
@NullMarked
package org.saisei.kit.outbox;

import org.jspecify.annotations.NullMarked;
