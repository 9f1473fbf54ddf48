package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a protocol's eligible patients comes first while there is not enough for all (優先). It judges nobody. A store
 * can rank by it without knowing what the facts mean: by group, within a group by the day of a fact, the earlier first,
 * and then by the order in which the patients were first assessed.
 */
public interface PriorityRule extends CatalogueEntry {

    /** Of {@link Kind#PRIORITY}. */
    @Override
    CriterionInfo info();

    /** Code of the stage whose standing assessment puts a patient on the list. */
    String stage();

    /** Days after the assessment through which a place is kept. */
    BigDecimal keptForDays(Parameters parameters);

    /** The fact that puts a patient into a group. */
    Fact<?> groupedBy();

    /** The groups in their order, by the codes of {@link #groupedBy()}; all others come after the last. */
    List<Set<String>> groups(Parameters parameters);

    /** The day that the rest of the order goes by; who has none comes last in the group. */
    Fact<LocalDate> since();

    Reason reason(Place place, Parameters parameters);

    /**
     * What a patient's place is due to.
     *
     * @param code of {@link #groupedBy()}; null if it is not known
     * @param since the day of {@link #since()}; null if it is not known
     * @param on the day of the list
     */
    record Place(@Nullable String code, @Nullable LocalDate since, LocalDate on) {}

    /** @param codes stable, in UPPER_SNAKE */
    record Reason(List<String> codes, Text text) {
        public Reason {
            codes = List.copyOf(codes);
        }
    }
}
