/**
 * Judges a run: what clients saw, by its history, held against what the three databases and all topics hold when everything has
 * settled. Nothing answered may be lost, no effect may be there twice, no key's events may change order, and a command of
 * unknown outcome is there as a whole or not at all.
 *
 * <p>{@link org.saisei.systemtests.chaos.check.SnapshotReader} reads, as superuser and read_committed; each
 * {@link org.saisei.systemtests.chaos.check.Rule} judges, a pure function of the history and the
 * {@link org.saisei.systemtests.chaos.check.Snapshot}.
 *
 * <p>With {@code GET /reconciliation} it shares the names of the anomalies, the way it looks at sequences
 * ({@link org.saisei.kit.reconciliation.TopicHistory}) and the figures themselves, which it asks every service for: outbox
 * against topic, inbox against marks, acknowledged against applied, feed, links. Only the checker can know what was answered,
 * and to whom; what subscribers were shown, and what they said they had; that several rows come from one command, or none of
 * them does; what another service's database says; and that a reaction which leaves no row of its own happened once, which it
 * takes from the audit trail. It also looks at what is less than a minute old, which a running service has to pass over.
 *
 * <p>Events whose {@code ce_source} is no service of ours count as planted: of these nothing is asked but that they hold back
 * nothing else.
 */
@NullMarked
package org.saisei.systemtests.chaos.check;

import org.jspecify.annotations.NullMarked;
