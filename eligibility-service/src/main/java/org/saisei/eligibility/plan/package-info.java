/** Whether a planned treatment is allowed: dose and schedule. */
@NullMarked
package org.saisei.eligibility.plan;

import org.jspecify.annotations.NullMarked;
