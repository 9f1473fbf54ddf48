package org.saisei.adverseevent.report.http;

/** Forms of codes in requests. */
final class Patterns {
    static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$";
    /** A list's name may hold a slash: MedDRA/J. */
    static final String DICTIONARY = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$";

    static final String PROTOCOL = "^[A-Z][A-Z0-9_]{0,39}$";
    static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

    private Patterns() {}
}
