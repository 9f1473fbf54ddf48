/** Assessments over HTTP. */
@NullMarked
package org.saisei.eligibility.assessment.http;

import org.jspecify.annotations.NullMarked;
