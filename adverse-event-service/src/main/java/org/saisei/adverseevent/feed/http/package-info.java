/** {@code GET /cases/stream}: the feed as Server-Sent Events. */
@NullMarked
package org.saisei.adverseevent.feed.http;

import org.jspecify.annotations.NullMarked;
