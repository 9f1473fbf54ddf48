/** Carries committed entries into the feed and wakes the streams. */
@NullMarked
package org.saisei.adverseevent.feed.messaging;

import org.jspecify.annotations.NullMarked;
