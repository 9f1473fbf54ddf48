/**
 * Seals the audit trail in blocks that stand on each other, afterwards and in the background, and tells the last block's hash
 * to the log and to a file, as {@code GET /audit/head} does. Promises that a committed row is sealed by the first round after it,
 * whatever other transactions still run; that replicas do not get in each other's way; and that a round costs the rows that
 * are new, not those that are there. {@link org.saisei.kit.audit.verify} proves what it made.
 */
@NullMarked
package org.saisei.kit.audit.seal;

import org.jspecify.annotations.NullMarked;
