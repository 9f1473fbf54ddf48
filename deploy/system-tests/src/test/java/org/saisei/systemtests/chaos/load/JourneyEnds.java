package org.saisei.systemtests.chaos.load;

/** A journey's next step needs what an earlier one did not get, or the clients are to send nothing new. */
final class JourneyEnds extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JourneyEnds() {
        super(null, null, false, false);
    }
}
