/**
 * What a service can find out about itself from its own database and the broker, told at {@code GET /reconciliation}: names
 * and counts what is lost, duplicated, reordered, unseen or half applied, with some ids, within a bounded time, and says
 * where it could not look. The kit checks outbox, inbox and topics; a service adds a bean of
 * {@link org.saisei.kit.reconciliation.ReconciliationCheck} for what is its own.
 * {@link org.saisei.kit.reconciliation.TopicHistory} is plain Java, for whoever checks a history of their own.
 */
@NullMarked
package org.saisei.kit.reconciliation;

import org.jspecify.annotations.NullMarked;
