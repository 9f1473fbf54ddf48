/** Treatment facts, deviations and corrections as events. */
@NullMarked
package org.saisei.registry.treatment.messaging;

import org.jspecify.annotations.NullMarked;
