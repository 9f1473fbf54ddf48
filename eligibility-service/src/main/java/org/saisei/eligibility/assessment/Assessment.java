package org.saisei.eligibility.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;

/**
 * One evaluation of one patient (適格性評価) with everything it looked at. Never changes; a later one supersedes it.
 *
 * @param physicianRequirement rule id of the 医師要件 that the responsible physician declares; where only one is met, that
 *     one; null if none is declared and not exactly one is met
 * @param supersedes the assessment of the same candidate, protocol and stage that this one takes the place of
 */
public record Assessment(
        UUID assessmentId,
        String documentNumber,
        String facilityId,
        String candidateId,
        String protocol,
        String protocolVersion,
        Circumstances circumstances,
        @Nullable String physicianRequirement,
        @Nullable Declaration declaration,
        @Nullable UUID supersedes,
        Result result) {}
