/**
 * Refusals and faults as RFC 9457 problem details. Promises that a refusal names field and rule, that a fault of ours says
 * nothing but a trace id, and that neither repeats what was sent.
 */
@NullMarked
package org.saisei.kit.problem;

import org.jspecify.annotations.NullMarked;
