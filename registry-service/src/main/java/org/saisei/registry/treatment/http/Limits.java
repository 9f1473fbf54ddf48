package org.saisei.registry.treatment.http;

/** Bounds of quantities as text, beyond which a number is a slip of the keyboard. */
final class Limits {
    static final String MAX_CELLS = "999999999999999";
    static final String MAX_WEIGHT_KG = "650";
    static final String MAX_VOLUME_ML = "99999.999";
    static final String MAX_FLOW_ML_PER_MIN = "999.999";

    private Limits() {}
}
