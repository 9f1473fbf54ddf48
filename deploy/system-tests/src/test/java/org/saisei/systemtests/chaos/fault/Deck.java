package org.saisei.systemtests.chaos.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Faults in the order in which they are drawn: each as often as its share, then all again, shuffled anew. */
final class Deck {
    private final List<Fault> faults;
    private final Random random;
    private final Deque<Fault> left = new ArrayDeque<>();

    Deck(List<Fault> faults, long seed) {
        this.faults = List.copyOf(faults);
        this.random = new Random(seed);
    }

    synchronized Fault draw() {
        if (left.isEmpty()) {
            var all = new ArrayList<Fault>();
            faults.forEach(fault -> all.addAll(Collections.nCopies(fault.share(), fault)));
            Collections.shuffle(all, random);
            left.addAll(all);
        }
        return left.pop();
    }
}
