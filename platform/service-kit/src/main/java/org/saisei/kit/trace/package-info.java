/**
 * Traces, if an operator has them sent. Promises that a span leaves the service with what this package names and nothing
 * else: no path, query, header or message of an exception, in which a client or a library may have put a patient.
 */
@NullMarked
package org.saisei.kit.trace;

import org.jspecify.annotations.NullMarked;
