/** Treatment facts, deviations, corrections and plans in PostgreSQL. */
@NullMarked
package org.saisei.registry.treatment.persistence;

import org.jspecify.annotations.NullMarked;
