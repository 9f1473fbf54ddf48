/**
 * A proxy between two parts of the system, which can cut, refuse and freeze what passes, and can act at a moment of the
 * protocol: as an answer begins, as Kafka has confirmed the end of a transaction. It never changes or repeats a byte.
 */
@NullMarked
package org.saisei.systemtests.chaos.net;

import org.jspecify.annotations.NullMarked;
