package org.saisei.registry.enrolment;

/** 性別 as recorded by the facility. */
public enum Sex {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN
}
