package org.saisei.eligibility.protocol;

/** Tells the world about changed parameters, in the running transaction. */
public interface ParameterEvents {

    void changed(ParameterChange change, Parameter parameter);
}
