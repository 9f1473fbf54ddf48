package org.saisei.registry.identity.persistence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.saisei.kit.crypto.WrappedKeys;

/** Has identities keep up with a change of the wrapping key. */
class KeysOfIdentities {
    @Produces
    @Singleton
    WrappedKeys keys() {
        return new WrappedKeys("identity.patient", "key_id", "wrapped_key");
    }
}
