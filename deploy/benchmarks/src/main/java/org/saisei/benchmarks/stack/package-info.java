/**
 * What requests cost in the packaged services, as processes of their own on real PostgreSQL and Kafka, by turns with a peer
 * on the same parts. Writes a report and asserts nothing about speed.
 */
@NullMarked
package org.saisei.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
