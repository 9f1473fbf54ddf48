/** Changed parameters as events on saisei.eligibility.protocols. */
@NullMarked
package org.saisei.eligibility.protocol.messaging;

import org.jspecify.annotations.NullMarked;
