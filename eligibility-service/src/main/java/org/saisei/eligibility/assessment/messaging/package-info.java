/** Decisions as events on saisei.eligibility.assessments; what the registry says of candidates. */
@NullMarked
package org.saisei.eligibility.assessment.messaging;

import org.jspecify.annotations.NullMarked;
