package org.saisei.registry.protocol;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one protocol asks of a treatment. A new protocol is a class of its own, named in {@code
 * META-INF/services/org.saisei.registry.protocol.TreatmentProtocol}.
 */
public interface TreatmentProtocol {

    /** e.g. {@code STEMIRAC}. */
    String code();

    /** @param weightKg above 0 */
    DoseInterval doseInterval(BigDecimal weightKg);

    /** What is outside the rules about a dose, planned or given. */
    List<Finding> weighDose(BigDecimal cells, BigDecimal weightKg);

    List<Finding> weighInfusion(Infusion infusion);

    /** An administration after the first of the enrolment. */
    Finding repeatedAdministration();

    /** A product or administration for which no unbroken chain to the subject's own collections is recorded. */
    Finding brokenChain();

    /** Planned in a refused enrolment. */
    Finding refusedEnrolment();

    /** Treated without an eligible decision, or planned against one that stands. */
    Finding treatedWithoutDecision();
}
