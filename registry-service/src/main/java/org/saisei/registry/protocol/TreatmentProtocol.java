package org.saisei.registry.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one protocol asks of a treatment. A new protocol is a class of its own, named in {@code
 * META-INF/services/org.saisei.registry.protocol.TreatmentProtocol}.
 */
public interface TreatmentProtocol {
    String CHAIN_NOT_SHOWN = "CHAIN_NOT_SHOWN";

    /** e.g. {@code STEMIRAC}. */
    String code();

    /** @param weightKg above 0; null if not known, and then only what holds at every weight bounds the dose */
    DoseInterval doseInterval(@Nullable BigDecimal weightKg);

    /** What is outside the rules about a dose, planned or given, as far as it is known. */
    List<Finding> weighDose(@Nullable BigDecimal cells, @Nullable BigDecimal weightKg);

    /** The dose given rests on a weight measured before the injury. */
    Finding weightBeforeInjury();

    /** As far as it is known. */
    List<Finding> weighInfusion(Infusion infusion);

    /** What the rules about an administration are weighed on, in the order of the rules. */
    List<Needs> needs();

    /** An administration after the first of the enrolment. */
    Finding repeatedAdministration();

    /**
     * A product or administration for which no unbroken chain to the subject's own collections is recorded. Its code is
     * {@link #CHAIN_NOT_SHOWN}, by which safety officers are alarmed, whatever the rule's id.
     */
    Finding brokenChain();

    /** The day of a collection, product or administration and that of what it was made from or into cannot both be. */
    Finding contradictoryDays();

    /** Planned in a refused enrolment. */
    Finding refusedEnrolment();

    /** Treated without an eligible decision, or planned against one that stands. */
    Finding treatedWithoutDecision();
}
