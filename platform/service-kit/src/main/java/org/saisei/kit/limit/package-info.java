/**
 * How many requests a caller may send. Promises that a refused request has done nothing, that nobody uses up another's
 * allowance by naming it (a client counts as itself only once its token is verified), and that however many names callers
 * invent, what is remembered of them is bounded. Each replica counts for itself.
 */
@NullMarked
package org.saisei.kit.limit;

import org.jspecify.annotations.NullMarked;
