package org.saisei.kit.access;

/** Who may act. The token's group of the same lower-case name, e.g. {@code safety_officer}. */
public enum Role {
    HOSPITAL,
    REGISTRAR,
    SAFETY_OFFICER,
    MANUFACTURER,
    COMMITTEE,
    COMMITTEE_CHAIR,
    ANALYST,
    UNBLINDED_STATISTICIAN,
    OPERATOR;

    /** The names as they stand in tokens and in {@code @RolesAllowed}. */
    public static final class Names {
        public static final String HOSPITAL = "hospital";
        public static final String REGISTRAR = "registrar";
        public static final String SAFETY_OFFICER = "safety_officer";
        public static final String MANUFACTURER = "manufacturer";
        public static final String COMMITTEE = "committee";
        public static final String COMMITTEE_CHAIR = "committee_chair";
        public static final String ANALYST = "analyst";
        public static final String UNBLINDED_STATISTICIAN = "unblinded_statistician";
        public static final String OPERATOR = "operator";

        private Names() {}
    }
}
