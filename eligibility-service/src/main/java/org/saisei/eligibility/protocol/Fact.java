package org.saisei.eligibility.protocol;

/**
 * One thing about a patient that a protocol's criteria read.
 *
 * @param path member names from the facts document down, joined by a dot: {@code ais.grade}
 */
public record Fact<T>(String path, FactType<T> type, Text meaning) {

    /** The root of every fact's pointer in a request. */
    public static final String ROOT = "/facts";

    /** JSON pointer into the request, e.g. {@code /facts/ais/grade}. */
    public String pointer() {
        return ROOT + "/" + path.replace('.', '/');
    }
}
