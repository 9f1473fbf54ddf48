/** Decisions in, enrolments and standings out. */
@NullMarked
package org.saisei.registry.enrolment.messaging;

import org.jspecify.annotations.NullMarked;
