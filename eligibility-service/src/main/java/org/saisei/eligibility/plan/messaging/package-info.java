/** What this service learns of treatments from the registry. */
@NullMarked
package org.saisei.eligibility.plan.messaging;

import org.jspecify.annotations.NullMarked;
