package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the patient was given the product before.
 *
 * @param stated by whoever plans; null if they say nothing
 * @param recorded by the registry, of the candidate; null if no candidate is named
 */
public record EarlierAdministrations(
        @Nullable List<LocalDate> stated, @Nullable List<LocalDate> recorded) {

    public EarlierAdministrations {
        stated = stated == null ? null : List.copyOf(stated);
        recorded = recorded == null ? null : List.copyOf(recorded);
    }

    public boolean isKnown() {
        return stated != null || recorded != null;
    }

    /** From either source, in order. */
    public List<LocalDate> days() {
        return Stream.of(stated, recorded)
                .filter(days -> days != null)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
