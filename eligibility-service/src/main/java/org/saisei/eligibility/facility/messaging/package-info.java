/** Accreditation changes as events on saisei.eligibility.facilities. */
@NullMarked
package org.saisei.eligibility.facility.messaging;

import org.jspecify.annotations.NullMarked;
