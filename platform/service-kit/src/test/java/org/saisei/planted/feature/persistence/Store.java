package org.saisei.planted.feature.persistence;

import java.time.Instant;

/** Breaks "time and randomness are injected". */
public class Store {
    Instant now() {
        return Instant.now();
    }

    /** Breaks "messaging depends inwards only" and "persistence depends inwards only", from the other side. */
    static Object other() {
        return new org.saisei.planted.feature.messaging.Sender();
    }
}
