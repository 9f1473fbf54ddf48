package org.saisei.eligibility.protocol;

/** Fields of training after licensing that protocols ask for. */
public enum Specialty {
    /** 脊髄領域を含む整形外科. */
    ORTHOPAEDICS_INCLUDING_SPINE,
    /** 脊髄領域を含む脳神経外科. */
    NEUROSURGERY_INCLUDING_SPINE,
    /** 脊髄損傷患者に対するリハビリテーションを含むリハビリテーション. */
    REHABILITATION
}
