/** What things cost, measured beside a peer in the same run. Prints figures and asserts none. */
@NullMarked
package org.saisei.benchmarks;

import org.jspecify.annotations.NullMarked;
