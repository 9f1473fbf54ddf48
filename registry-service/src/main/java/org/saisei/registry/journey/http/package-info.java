/** The journey over HTTP. */
@NullMarked
package org.saisei.registry.journey.http;

import org.jspecify.annotations.NullMarked;
