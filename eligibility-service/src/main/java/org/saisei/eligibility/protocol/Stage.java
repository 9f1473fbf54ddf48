package org.saisei.eligibility.protocol;

/** A point in a treatment's course at which a patient is assessed; each protocol names its own. */
public record Stage(String code, Text meaning) {}
