package org.saisei.kit.gate;

import jakarta.inject.Singleton;

/**
 * What this replica may do: nothing that others would see, then draw sequence numbers, then serve, and relay and receive. It
 * never goes back, but for draining.
 */
@Singleton
public class Gate {
    private volatile boolean passing;
    private volatile boolean numbering;
    private volatile boolean open;
    private volatile boolean draining;

    /** No sequence number that the database gives from now on is taken on a topic, as far as can be known. */
    public void allowNumbering() {
        numbering = true;
    }

    /** Requests are served. */
    public void open() {
        numbering = true;
        open = true;
    }

    /** The database has all that the topics tell of it, or knows what it lacks: it may publish and receive, too. */
    public void passAll() {
        open();
        passing = true;
    }

    void drain() {
        draining = true;
    }

    /** Whether an event may be given its sequence number. */
    public boolean allowsNumbering() {
        return numbering;
    }

    /** Whether requests are served. */
    public boolean isOpen() {
        return open && !draining;
    }

    public boolean isDraining() {
        return draining;
    }

    /** Whether events may be published and received. */
    public boolean passesAll() {
        return passing;
    }
}
