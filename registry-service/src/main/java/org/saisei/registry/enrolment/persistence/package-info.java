/** Enrolments, standings and decisions in PostgreSQL. */
@NullMarked
package org.saisei.registry.enrolment.persistence;

import org.jspecify.annotations.NullMarked;
