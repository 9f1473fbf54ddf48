/** What a protocol (実施計画) asks of a treatment: one class for each, found by {@link java.util.ServiceLoader}. */
@NullMarked
package org.saisei.registry.protocol;

import org.jspecify.annotations.NullMarked;
