package org.saisei.systemtests.chaos.net;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Acts as the broker has answered that a transaction has ended, before the producer hears of it. One for a proxy in front of
 * Kafka. Of the protocol it knows where a request's kind and number stand, and its answer's number.
 */
public final class TransactionEnd implements Supplier<Watch> {
    private static final short END_TXN = 26;
    private static final int KIND_VERSION_NUMBER = 8;
    private static final int NUMBER = 4;

    private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();

    /** @param act is run once, at the next such answer, which waits for it */
    public void arm(Runnable act) {
        next.set(act);
    }

    /** @return false if the act has been run, or is being run */
    public boolean disarm() {
        return next.getAndSet(null) != null;
    }

    @Override
    public Watch get() {
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        var requests = new FrameHeads(KIND_VERSION_NUMBER, head -> {
            short kind = head.getShort();
            head.getShort();
            int number = head.getInt();
            if (kind == END_TXN) {
                asked.add(number);
            }
        });
        var answers = new FrameHeads(NUMBER, head -> {
            if (asked.remove(head.getInt())) {
                var act = next.getAndSet(null);
                if (act != null) {
                    act.run();
                }
            }
        });
        return new Watch() {
            @Override
            public void toServer(byte[] buffer, int length) {
                requests.read(buffer, length);
            }

            @Override
            public boolean toClient(byte[] buffer, int length) {
                answers.read(buffer, length);
                return true;
            }
        };
    }
}
