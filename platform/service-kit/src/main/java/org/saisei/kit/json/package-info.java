/**
 * JSON that says exactly what was meant: unknown or repeated fields, coerced types and impossible days are refused.
 */
@NullMarked
package org.saisei.kit.json;

import org.jspecify.annotations.NullMarked;
