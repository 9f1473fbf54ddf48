package org.saisei.adverseevent.feed;

import java.util.concurrent.atomic.AtomicInteger;

/** Who listens to this replica's streams; nobody of the safety officers listening is an alarm. */
public class Subscribers {
    private final AtomicInteger safetyOfficers = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    public void opened(boolean safetyOfficer) {
        all.incrementAndGet();
        if (safetyOfficer) {
            safetyOfficers.incrementAndGet();
        }
    }

    public void closed(boolean safetyOfficer) {
        all.decrementAndGet();
        if (safetyOfficer) {
            safetyOfficers.decrementAndGet();
        }
    }

    public int safetyOfficers() {
        return safetyOfficers.get();
    }

    public int all() {
        return all.get();
    }
}
