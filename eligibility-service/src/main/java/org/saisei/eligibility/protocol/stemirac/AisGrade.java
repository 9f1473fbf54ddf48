package org.saisei.eligibility.protocol.stemirac;

/** ASIA 機能障害尺度 (AIS), from complete paralysis to normal. */
enum AisGrade {
    A,
    B,
    C,
    D,
    E
}
