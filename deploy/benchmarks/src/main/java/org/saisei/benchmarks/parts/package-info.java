/**
 * An agent that takes a part out of a running service, and puts it back, so that what the part costs shows in one process that
 * has long been warm. Production code has no such switch.
 */
@NullMarked
package org.saisei.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
