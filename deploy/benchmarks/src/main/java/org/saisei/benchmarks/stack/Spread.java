package org.saisei.benchmarks.stack;

import java.util.List;
import java.util.Locale;

/** One figure of several rounds. */
record Spread(double median, double least, double most) {

    /** @param rounds at least one */
    static Spread of(List<Double> rounds) {
        var sorted = rounds.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** The value at a rank of a sorted list, e.g. 0.99; the list has at least one. */
    static double quantile(List<Double> sorted, double rank) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.floor(rank * sorted.size()))));
    }

    /** {@code median (least–most)} with that many decimals. */
    String text(int decimals) {
        var form = "%." + decimals + "f";
        return String.format(Locale.ROOT, form + " (" + form + "–" + form + ")", median, least, most);
    }
}
