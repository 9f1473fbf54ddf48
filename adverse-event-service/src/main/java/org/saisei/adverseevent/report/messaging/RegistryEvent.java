package org.saisei.adverseevent.report.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.KnownSubject;

/** What this service needs of the registry's events; everything else in them is passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistryEvent(
        String subjectId,
        String candidateId,
        String facilityId,
        String protocol,
        @Nullable String factId,
        @Nullable LocalDate collectedOn,
        @Nullable LocalDate manufacturedOn,
        @Nullable LocalDate administeredOn,
        @Nullable String lotNumber,
        @Nullable UUID deviationId,
        @Nullable String ruleId,
        @Nullable LocalDate observedOn) {

    KnownSubject subject() {
        return new KnownSubject(
                present(subjectId, "subjectId"),
                present(candidateId, "candidateId"),
                present(facilityId, "facilityId"),
                present(protocol, "protocol"));
    }

    static <T> T present(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException("the event lacks " + member);
        }
        return value;
    }
}
