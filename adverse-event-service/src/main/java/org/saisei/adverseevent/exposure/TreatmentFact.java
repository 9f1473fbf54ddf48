package org.saisei.adverseevent.exposure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something done to a subject or made from it.
 *
 * @param on calendar day in Japan
 * @param lotNumber of a product or an administration
 */
public record TreatmentFact(
        String factId,
        FactKind kind,
        LocalDate on,
        @Nullable String lotNumber) {}
