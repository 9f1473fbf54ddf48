package org.saisei.adverseevent.feed;

/**
 * How far the feed reaches.
 *
 * @param last position of the last entry
 * @param prunedThrough entries up to this position are no longer kept; 0 while all are
 */
public record FeedHead(FeedPosition last, long prunedThrough) {

    /** Whether a stream can go on from there without a gap. */
    public boolean canResumeAfter(FeedPosition seen) {
        return seen.generation() == last.generation()
                && seen.position() <= last.position()
                && seen.position() >= prunedThrough;
    }
}
