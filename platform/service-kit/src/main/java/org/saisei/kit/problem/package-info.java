/**
 * Refusals and faults as RFC 9457 problem details. Promises that a refusal names field and rule, that a fault of ours says
 * nothing but a trace id, and that neither repeats a value that was sent; of the request's own words, only the name of a
 * field that is unknown here is said back, as its pointer.
 */
@NullMarked
package org.saisei.kit.problem;

import org.jspecify.annotations.NullMarked;
