package org.saisei.adverseevent.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What this replica knows of the feed's end, and where its streams wait for more. */
public class FeedTail {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable FeedPosition last;
    private boolean stopped;

    public void reached(FeedPosition position) {
        lock.lock();
        try {
            if (!position.equals(last)) {
                last = position;
                moved.signalAll();
            }
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
