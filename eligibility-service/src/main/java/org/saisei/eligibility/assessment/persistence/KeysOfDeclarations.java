package org.saisei.eligibility.assessment.persistence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.saisei.kit.crypto.WrappedKeys;

/** Has declarations' reasons keep up with a change of the wrapping key. */
class KeysOfDeclarations {
    @Produces
    @Singleton
    WrappedKeys keys() {
        return new WrappedKeys("assessment", "reasons_key_id", "reasons_wrapped_key");
    }
}
