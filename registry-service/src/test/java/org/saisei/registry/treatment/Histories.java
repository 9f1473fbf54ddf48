package org.saisei.registry.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.saisei.registry.identity.SubjectId;

/** Makes histories of one subject for tests: injured on 1 April, marrow on the 16th, a lot in May. */
final class Histories {
    static final LocalDate INJURY = LocalDate.of(2026, 4, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final LocalDate INJURED = LocalDate.of(2026, 4, 5);
    static final LocalDate COLLECTED = LocalDate.of(2026, 4, 16);
    static final LocalDate MADE = LocalDate.of(2026, 5, 10);
    static final LocalDate GIVEN = LocalDate.of(2026, 5, 15);

    private static final SubjectId SUBJECT = new SubjectId("401273651826");

    private final List<Fact> facts = new ArrayList<>();

    Fact add(FactContent content) {
        var id = new UUID(0, facts.size() + 1L);
        return add(id, id, content, Fact.Status.CURRENT);
    }

    Fact replace(Fact original, FactContent content) {
        var replacement = add(new UUID(0, facts.size() + 1L), original.originId(), content, Fact.Status.CURRENT);
        facts.replaceAll(fact -> fact.factId().equals(original.factId())
                ? fact.retired(Fact.Status.CORRECTED, replacement.factId())
                : fact);
        return replacement;
    }

    void voidIt(Fact original) {
        facts.replaceAll(
                fact -> fact.factId().equals(original.factId()) ? fact.retired(Fact.Status.VOIDED, null) : fact);
    }

    private Fact add(UUID id, UUID origin, FactContent content, Fact.Status status) {
        var fact = new Fact(
                id, origin, SUBJECT, "F-1", "D-" + id, content, status, null, Instant.EPOCH.plusSeconds(facts.size()));
        facts.add(fact);
        return fact;
    }

    TreatmentHistory history() {
        return new TreatmentHistory(facts);
    }

    static Collection marrow() {
        return marrow(COLLECTED);
    }

    static Collection marrow(LocalDate on) {
        return new Collection(Collection.Material.BONE_MARROW, on, new BigDecimal("50"), List.of("BM-1"), null);
    }

    static Product lot(String number, UUID... from) {
        return lot(number, MADE, from);
    }

    static Product lot(String number, LocalDate on, UUID... from) {
        return new Product(number, Product.Outcome.RELEASED, on, null, null, List.of(from));
    }

    static Administration dose(String lot, String cells) {
        return dose(lot, cells, GIVEN);
    }

    static Administration dose(String lot, String cells, LocalDate on) {
        return dose(lot, cells, on, LocalDate.of(2026, 5, 9));
    }

    static Administration dose(String lot, String cells, LocalDate on, LocalDate weighedOn) {
        return new Administration(
                lot,
                on,
                new BigDecimal(cells),
                new BigDecimal("72.4"),
                weighedOn,
                new BigDecimal("40"),
                new BigDecimal("80"),
                new BigDecimal("0.8"),
                null);
    }
}
