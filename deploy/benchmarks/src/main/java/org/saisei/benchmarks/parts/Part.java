package org.saisei.benchmarks.parts;

/** What can be taken out. */
public enum Part {
    /** The audit row of a write: put together in the service and stored in the transaction. */
    AUDIT,
    /** A token's signature, audience, issuer and time: not looked at again once it was accepted. */
    TOKENS;

    boolean isOut() {
        return Boolean.getBoolean(property());
    }

    /** Read by the woven code in the service, which must not need this class. */
    String property() {
        return "saisei.benchmark.without-" + name();
    }
}
