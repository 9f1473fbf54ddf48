package org.saisei.kit.audit.verify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row below a horizon may be there. A transaction has its id before it draws a position, so a row that commits
 * late was drawn by a transaction that each block since then saw running. Blocks are remembered only as long as a position
 * below them is open.
 */
final class Horizons {
    /**
     * @param after the first transaction that began too late to have drawn a position up to the horizon
     * @param ended the first transaction of which none from there on had ended
     * @param running of those before, the ones that had not ended
     */
    private record Seen(long horizon, long after, long ended, Set<Long> running) {
        boolean ran(long transaction) {
            return transaction < after && (transaction >= ended || running.contains(transaction));
        }
    }

    private final Deque<Seen> seen = new ArrayDeque<>();
    private Ranges open = new Ranges();
    private long last;

    /** The horizon of the block last taken; 0 before the first. */
    long last() {
        return last;
    }

    void take(Block block) {
        last = Math.max(last, block.horizon());
        seen.addLast(seen(block));
        open = Ranges.parse(block.open()).orElseGet(Ranges::new);
        var firstOpen = open.first();
        seen.removeIf(earlier -> firstOpen.isEmpty() || earlier.horizon() < firstOpen.get());
    }

    /** @param transaction null where the row has none */
    boolean admit(long position, @Nullable Long transaction) {
        if (position > last) {
            return true;
        }
        return transaction != null
                && open.contains(position)
                && seen.stream().filter(block -> block.horizon() >= position).allMatch(block -> block.ran(transaction));
    }

    private Seen seen(Block block) {
        var parts = block.snapshot().split(":", -1);
        var running = parts[2].isEmpty()
                ? Set.<Long>of()
                : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toSet());
        return new Seen(last, block.transaction(), Long.parseLong(parts[1]), running);
    }
}
