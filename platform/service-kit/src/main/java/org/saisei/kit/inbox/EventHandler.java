package org.saisei.kit.inbox;

/** A service's reaction to the events of one topic. One bean for each topic the service reads. */
public interface EventHandler {

    /** The topic this handler reads. */
    String topic();

    /**
     * Changes state and appends outbox rows; runs in the inbox's transaction, once in effect for each event and in
     * sequence for each key. Ignores types it does not know. A thrown exception rolls all of it back: after a few
     * tries the event's key is parked until an operator replays or discards it.
     */
    void handle(ReceivedEvent event);
}
