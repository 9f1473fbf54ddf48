/** The check of a treatment plan over HTTP. */
@NullMarked
package org.saisei.eligibility.plan.http;

import org.jspecify.annotations.NullMarked;
