/**
 * Clients that look at the broker beside the ones that carry events: what is there, how far this service has read. Promises
 * that none of them waits longer than it is told to, and that none takes part in the service's consumer group.
 */
@NullMarked
package org.saisei.kit.broker;

import org.jspecify.annotations.NullMarked;
