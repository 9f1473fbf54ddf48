/** The ranking in PostgreSQL. */
@NullMarked
package org.saisei.eligibility.waiting.persistence;

import org.jspecify.annotations.NullMarked;
