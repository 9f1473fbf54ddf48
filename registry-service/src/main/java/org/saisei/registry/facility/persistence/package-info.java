/** Accreditations in PostgreSQL. */
@NullMarked
package org.saisei.registry.facility.persistence;

import org.jspecify.annotations.NullMarked;
