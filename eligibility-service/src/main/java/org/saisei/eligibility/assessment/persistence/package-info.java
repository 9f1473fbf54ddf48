/** Candidates, assessments and candidates' standing in PostgreSQL. */
@NullMarked
package org.saisei.eligibility.assessment.persistence;

import org.jspecify.annotations.NullMarked;
