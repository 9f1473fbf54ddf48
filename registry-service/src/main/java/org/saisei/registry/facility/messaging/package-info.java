/** Accreditations in. */
@NullMarked
package org.saisei.registry.facility.messaging;

import org.jspecify.annotations.NullMarked;
