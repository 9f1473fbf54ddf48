/** One subject from the first decision on, in order of days. */
@NullMarked
package org.saisei.registry.journey;

import org.jspecify.annotations.NullMarked;
