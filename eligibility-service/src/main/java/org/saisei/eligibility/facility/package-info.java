/** Facilities, their physicians, and whether they are accredited for a protocol. */
@NullMarked
package org.saisei.eligibility.facility;

import org.jspecify.annotations.NullMarked;
