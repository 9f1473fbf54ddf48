package org.saisei.adverseevent.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What this replica knows of the feed's end, and where its streams wait for more. It keeps the newest entries, so that streams
 * that follow the end need not each ask the database for the same.
 */
public class FeedTail {
    /** How many entries are kept, whatever the number of streams. */
    public static final int KEPT = 1_024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    /** Up to {@link #last} without a gap, or empty. */
    private final List<PositionedEntry> newest = new ArrayList<>();

    private @Nullable FeedPosition last;
    private boolean stopped;

    /** @param entries that end there, in order; those further back are forgotten if there is a gap between */
    public void reached(FeedPosition end, List<PositionedEntry> entries) {
        lock.lock();
        try {
            if (end.equals(last)) {
                return;
            }
            boolean ends = !entries.isEmpty() && entries.getLast().position() == end.position();
            if (!ends || !end.at(entries.getFirst().position() - 1).equals(last)) {
                newest.clear();
            }
            if (ends) {
                newest.addAll(entries);
                newest.subList(0, Math.max(0, newest.size() - KEPT)).clear();
            }
            last = end;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The end as far as this replica knows; empty before it has looked. */
    public Optional<FeedPosition> last() {
        lock.lock();
        try {
            return Optional.ofNullable(last);
        } finally {
            lock.unlock();
        }
    }

    /**
     * At most so many of the entries that follow.
     *
     * @return empty if the database has to be asked
     */
    public Optional<List<PositionedEntry>> after(FeedPosition seen, int limit) {
        lock.lock();
        try {
            if (last == null || last.generation() != seen.generation()) {
                return Optional.empty();
            }
            if (seen.position() >= last.position()) {
                return Optional.of(List.of());
            }
            long from = seen.position() + 1 - (last.position() + 1 - newest.size());
            return from < 0
                    ? Optional.empty()
                    : Optional.of(List.copyOf(newest.subList((int) from, (int) Math.min(newest.size(), from + limit))));
        } finally {
            lock.unlock();
        }
    }

    /** Sends every stream home; the service is going down. */
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Whether positions of that generation still hold, as far as this replica knows. */
    public boolean isIn(long generation) {
        lock.lock();
        try {
            return last == null || last.generation() == generation;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the feed is past that position or in another generation, the service stops, or the time is over. */
    public void awaitBeyond(FeedPosition seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!stopped && !isBeyond(seen) && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isBeyond(FeedPosition seen) {
        return last != null && (last.generation() != seen.generation() || last.position() > seen.position());
    }
}
