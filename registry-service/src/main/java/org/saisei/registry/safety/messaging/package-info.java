/** Cases in. */
@NullMarked
package org.saisei.registry.safety.messaging;

import org.jspecify.annotations.NullMarked;
