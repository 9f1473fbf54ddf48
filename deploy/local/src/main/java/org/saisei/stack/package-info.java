/**
 * The whole stack on one machine, as separate processes: what {@code up}, {@code token} and {@code demo} run, and what
 * the system tests start, kill and freeze.
 */
@NullMarked
package org.saisei.stack;

import org.jspecify.annotations.NullMarked;
