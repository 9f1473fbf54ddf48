/** Enrolment (症例登録) and its standing, settled by decisions from the eligibility service and by treatment. */
@NullMarked
package org.saisei.registry.enrolment;

import org.jspecify.annotations.NullMarked;
