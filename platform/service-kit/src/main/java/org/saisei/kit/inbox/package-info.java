/**
 * Events from other services. Promises that each event has its effect once, in sequence for each (topic, key), and is
 * acknowledged only after the commit; that an event which comes early waits, and that a poison event holds back its own
 * key and nothing else. A service writes one {@link org.saisei.kit.inbox.EventHandler} for each topic it reads and hands
 * records to {@link org.saisei.kit.inbox.Inbox}.
 */
@NullMarked
package org.saisei.kit.inbox;

import org.jspecify.annotations.NullMarked;
