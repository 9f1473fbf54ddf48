/** Enrolments over HTTP. */
@NullMarked
package org.saisei.registry.enrolment.http;

import org.jspecify.annotations.NullMarked;
