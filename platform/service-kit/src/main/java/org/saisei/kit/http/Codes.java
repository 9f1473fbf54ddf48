package org.saisei.kit.http;

/** Regular expressions of the identifiers that callers choose. None leaves room for free text. */
public final class Codes {

    /** Facility, physician, lot and container numbers: 1 to 40 characters. */
    public static final String IDENTIFIER = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$";

    /** A facility's own number of a document: 1 to 64 characters. */
    public static final String DOCUMENT_NUMBER = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$";

    private Codes() {}
}
