/**
 * JSON that says exactly what was meant: other encodings than UTF-8, unknown or repeated fields, coerced types and
 * impossible days are refused.
 */
@NullMarked
package org.saisei.kit.json;

import org.jspecify.annotations.NullMarked;
