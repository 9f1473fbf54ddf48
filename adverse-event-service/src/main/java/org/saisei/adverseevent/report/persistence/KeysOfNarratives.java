package org.saisei.adverseevent.report.persistence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.saisei.kit.crypto.WrappedKeys;

/** Has cases' texts keep up with a change of the wrapping key. */
class KeysOfNarratives {
    @Produces
    @Singleton
    WrappedKeys keys() {
        return new WrappedKeys("case_version", "texts_key_id", "texts_wrapped_key");
    }
}
