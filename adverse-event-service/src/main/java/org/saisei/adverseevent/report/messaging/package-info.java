/** Case events to the outbox and the feed; the registry's and eligibility's events to the acts. */
@NullMarked
package org.saisei.adverseevent.report.messaging;

import org.jspecify.annotations.NullMarked;
