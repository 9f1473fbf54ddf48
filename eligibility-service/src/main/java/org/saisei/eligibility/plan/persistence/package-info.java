/** Administrations in PostgreSQL. */
@NullMarked
package org.saisei.eligibility.plan.persistence;

import org.jspecify.annotations.NullMarked;
