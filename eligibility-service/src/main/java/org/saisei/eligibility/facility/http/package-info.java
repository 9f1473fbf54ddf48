/** Facilities, physicians and accreditations over HTTP. */
@NullMarked
package org.saisei.eligibility.facility.http;

import org.jspecify.annotations.NullMarked;
