/** What the eligibility service last said of each facility (施設). Nothing decides on it yet. */
@NullMarked
package org.saisei.registry.facility;

import org.jspecify.annotations.NullMarked;
