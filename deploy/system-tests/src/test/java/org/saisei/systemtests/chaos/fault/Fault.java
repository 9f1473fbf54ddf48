package org.saisei.systemtests.chaos.fault;

import java.util.random.RandomGenerator;

/** A kind of thing that goes wrong. To add one: implement this in a class, and name it in {@link Faults}. */
public interface Fault {

    /** On the command line and in the history. */
    String name();

    /** For whoever asks for help. */
    String description();

    /** How many of it are in the deck that faults are drawn from. */
    int share();

    /** Chooses what it befalls, and does nothing yet. */
    Blow aim(Ground ground, RandomGenerator random);
}
