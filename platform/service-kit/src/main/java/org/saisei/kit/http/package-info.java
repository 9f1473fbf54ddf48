/**
 * HTTP answers as values, and the conventions every resource follows: ETag preconditions, cursors, codes.
 */
@NullMarked
package org.saisei.kit.http;

import org.jspecify.annotations.NullMarked;
