/**
 * The journey that {@code demo} drives over HTTP: accreditation, assessment, enrolment, collection, product,
 * administration and adverse events for thirteen made-up cases, and two patients who are refused.
 */
@NullMarked
package org.saisei.stack.demo;

import org.jspecify.annotations.NullMarked;
