/** Facilities, physicians and accreditations in PostgreSQL. */
@NullMarked
package org.saisei.eligibility.facility.persistence;

import org.jspecify.annotations.NullMarked;
