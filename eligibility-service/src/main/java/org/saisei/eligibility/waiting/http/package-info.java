/** The waiting list over HTTP. */
@NullMarked
package org.saisei.eligibility.waiting.http;

import org.jspecify.annotations.NullMarked;
