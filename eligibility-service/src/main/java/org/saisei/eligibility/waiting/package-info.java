/** Eligible patients in the order in which they are to be treated while there is not enough for all. */
@NullMarked
package org.saisei.eligibility.waiting;

import org.jspecify.annotations.NullMarked;
