package org.saisei.kit.audit.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Collects findings. Of a trail that was rewritten altogether it keeps the first thousands and counts the rest. */
final class Findings {
    static final int MOST = 5_000;

    private final List<Finding> found = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private long left;

    /** A sealed position at which there is another row, or none. */
    private record Misfit(long position, long block, String sealed, Optional<Row> there) {}

    /** A row where no row may be. */
    private record Stray(Row row) {}

    /** A row as it is. */
    record Row(long position, UUID id, String leaf) {}

    void add(Finding finding) {
        if (hasRoom()) {
            found.add(finding);
        }
    }

    void misfit(long position, long block, String sealed, Optional<Row> there) {
        if (hasRoom()) {
            misfits.add(new Misfit(position, block, sealed, there));
        }
    }

    void stray(Row row) {
        if (hasRoom()) {
            strays.add(new Stray(row));
        }
    }

    private boolean hasRoom() {
        if (found.size() + misfits.size() + strays.size() < MOST) {
            return true;
        }
        left++;
        return false;
    }

    /** How many more there were. */
    long left() {
        return left;
    }

    /** All, those of rows last; a row that is found under another position is told of once, as moved. */
    List<Finding> all() {
        var all = new ArrayList<>(found);
        Map<String, Long> homes = new HashMap<>();
        misfits.forEach(misfit -> homes.put(misfit.sealed(), misfit.position()));
        var moved = new java.util.HashSet<String>();
        for (var misfit : misfits) {
            misfit.there().filter(row -> homes.containsKey(row.leaf())).ifPresent(row -> moved.add(row.leaf()));
        }
        for (var stray : strays) {
            if (homes.containsKey(stray.row().leaf())) {
                moved.add(stray.row().leaf());
            }
        }
        for (var misfit : misfits) {
            if (misfit.there().isPresent()) {
                var row = misfit.there().get();
                all.add(
                        moved.contains(row.leaf())
                                ? moved(homes, row)
                                : new Finding.RowChanged(misfit.position(), row.id(), misfit.block()));
            } else if (!moved.contains(misfit.sealed())) {
                all.add(new Finding.RowRemoved(misfit.position(), misfit.block()));
            }
        }
        for (var stray : strays) {
            var row = stray.row();
            all.add(moved.contains(row.leaf()) ? moved(homes, row) : new Finding.RowInserted(row.position(), row.id()));
        }
        return all;
    }

    private static Finding moved(Map<String, Long> homes, Row row) {
        return new Finding.RowMoved(homes.getOrDefault(row.leaf(), row.position()), row.position(), row.id());
    }
}
