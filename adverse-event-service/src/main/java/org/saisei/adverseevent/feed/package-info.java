/** The durable feed that safety officers' streams are read from: dense positions, any replica serves any client. */
@NullMarked
package org.saisei.adverseevent.feed;

import org.jspecify.annotations.NullMarked;
