/**
 * Regulatory days, and the one clock.
 */
@NullMarked
package org.saisei.kit.time;

import org.jspecify.annotations.NullMarked;
