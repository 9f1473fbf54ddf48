package org.saisei.eligibility.protocol;

import java.util.concurrent.atomic.AtomicInteger;

/** One thing about a patient that a protocol's criteria read. */
public final class Fact<T> {

    /** The root of every fact's pointer in a request. */
    public static final String ROOT = "/facts";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final int number = MADE.getAndIncrement();
    private final String path;
    private final FactType<T> type;
    private final Text meaning;
    private final String pointer;

    /** @param path member names from the facts document down, joined by a dot: {@code ais.grade} */
    public Fact(String path, FactType<T> type, Text meaning) {
        this.path = path;
        this.type = type;
        this.meaning = meaning;
        this.pointer = ROOT + "/" + path.replace('.', '/');
    }

    /** Of its own among all facts of this process; those of one protocol are made one after the other. */
    int number() {
        return number;
    }

    public String path() {
        return path;
    }

    public FactType<T> type() {
        return type;
    }

    public Text meaning() {
        return meaning;
    }

    /** JSON pointer into the request, e.g. {@code /facts/ais/grade}. */
    public String pointer() {
        return pointer;
    }
}
