/** Protocols and their criteria catalogue over HTTP. */
@NullMarked
package org.saisei.eligibility.protocol.http;

import org.jspecify.annotations.NullMarked;
