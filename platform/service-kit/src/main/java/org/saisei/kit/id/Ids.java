package org.saisei.kit.id;

import java.util.UUID;

/** Source of identifiers; replaced in tests that need to know them beforehand. */
public interface Ids {

    /** A UUIDv7 (RFC 9562): its first 48 bits are milliseconds, so that index pages fill in order. */
    UUID next();

    /** An opaque random number of 80 bits as 16 characters of Crockford's base 32, not ordered by time. */
    String opaque();
}
