package org.saisei.systemtests.chaos.net;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Cuts connections at which the service begins to answer that a change has taken effect: it has committed, and its client
 * hears nothing. One for a proxy in front of a service that speaks HTTP/1.1.
 */
public final class AnswerCut implements Supplier<Watch> {
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** From now on, at the next so many such answers. */
    public void arm(int answers) {
        done.set(0);
        wanted.set(answers);
    }

    /** @return how many answers were cut since it was armed */
    public int disarm() {
        wanted.set(0);
        return done.get();
    }

    public boolean isDone() {
        return wanted.get() == 0;
    }

    @Override
    public Watch get() {
        return new Watch() {
            private volatile boolean asksForChange;

            @Override
            public void toServer(byte[] buffer, int length) {
                // a client writes a request's head in one piece, and begins the next only after the answer
                if (begins(buffer, length, "GET ")) {
                    asksForChange = false;
                } else if (begins(buffer, length, "POST ") || begins(buffer, length, "PUT ")) {
                    asksForChange = true;
                }
            }

            @Override
            public boolean toClient(byte[] buffer, int length) {
                if (!asksForChange || !begins(buffer, length, "HTTP/1.1 20")) {
                    return true;
                }
                if (wanted.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                    return true;
                }
                done.incrementAndGet();
                return false;
            }
        };
    }

    private static boolean begins(byte[] buffer, int length, String text) {
        return length >= text.length() && new String(buffer, 0, text.length(), StandardCharsets.US_ASCII).equals(text);
    }
}
