/** The feed in PostgreSQL. */
@NullMarked
package org.saisei.adverseevent.feed.persistence;

import org.jspecify.annotations.NullMarked;
