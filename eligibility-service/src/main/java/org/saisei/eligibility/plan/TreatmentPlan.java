package org.saisei.eligibility.plan;

import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.PlannedTreatment;

/**
 * What a facility asks about.
 *
 * @param candidateId of one of its candidates; null to ask about nobody in particular
 * @param treatment with the earlier administrations that the facility states, if it states any
 */
public record TreatmentPlan(
        String facilityId, String protocol, @Nullable String candidateId, PlannedTreatment treatment) {}
