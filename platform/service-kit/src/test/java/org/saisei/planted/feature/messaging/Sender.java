package org.saisei.planted.feature.messaging;

import org.saisei.planted.feature.persistence.Store;

/** Breaks "messaging depends inwards only". */
public class Sender {
    Object store() {
        return new Store();
    }
}
