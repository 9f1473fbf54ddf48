package org.saisei.benchmarks.parts;

/** What can be taken out. */
public enum Part {
    /** The audit row of a write: put together in the service and stored in the transaction. */
    AUDIT,
    /** What is remembered of tokens: signature, audience, issuer and time of each request's are judged anew. */
    ACCEPTED_TOKENS;

    boolean isOut() {
        return Boolean.getBoolean(property());
    }

    /** Read by the woven code in the service, which must not need this class. */
    String property() {
        return "saisei.benchmark.without-" + name();
    }
}
