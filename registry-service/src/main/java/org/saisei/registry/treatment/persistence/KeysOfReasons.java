package org.saisei.registry.treatment.persistence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.saisei.kit.crypto.WrappedKeys;

/** Has the reasons of corrections keep up with a change of the wrapping key. */
class KeysOfReasons {
    @Produces
    @Singleton
    WrappedKeys keys() {
        return new WrappedKeys("fact_correction", "key_id", "wrapped_key");
    }
}
