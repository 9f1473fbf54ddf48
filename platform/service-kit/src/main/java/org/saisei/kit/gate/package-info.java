/**
 * Whether this replica takes work. Promises that it refuses what it cannot do with a problem, 503 and {@code Retry-After}:
 * before it is known that its database has all that its topics tell of it, and once it is asked to end. From then on what
 * it has accepted is finished, within {@code quarkus.shutdown.timeout}, while readiness is down and whoever holds something
 * for long hears of it by {@link org.saisei.kit.gate.Draining}.
 */
@NullMarked
package org.saisei.kit.gate;

import org.jspecify.annotations.NullMarked;
