package org.saisei.eligibility.facility.messaging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Value of saisei.eligibility.accreditation-changed.v1. */
record AccreditationChanged(
        String facilityId,
        @Nullable String documentNumber,
        String accreditationId,
        String protocol,
        String protocolVersion,
        String state,
        @Nullable LocalDate stateFrom,
        LocalDate from,
        @Nullable LocalDate to,
        List<String> reasonCodes,
        List<Responsible> responsiblePhysicians,
        @Nullable Boolean convalescentRehabilitationFiling,
        List<String> linkedFacilities,
        List<Rehabilitation> rehabilitationPhysicians) {

    record Responsible(
            String physicianId,
            List<String> requirements,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Rehabilitation(
            String physicianId, LocalDate from, @Nullable LocalDate to) {}
}
