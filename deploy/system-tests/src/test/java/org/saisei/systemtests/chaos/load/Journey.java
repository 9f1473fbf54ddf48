package org.saisei.systemtests.chaos.load;

/** A number of steps of one client that belong together. */
interface Journey {

    /** @throws JourneyEnds where it cannot go on */
    void go(Client client);
}
