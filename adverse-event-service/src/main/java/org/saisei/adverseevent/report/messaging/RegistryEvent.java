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
        @Nullable String code,
        @Nullable LocalDate observedOn) {

    private static final String SUBJECT = "^[1-9][0-9]{11}$";
    private static final String CANDIDATE = "^[0-9A-HJKMNP-TV-Z]{16}$";

    /** @throws IllegalArgumentException if the registry named nobody: better parked here than in the way of a report */
    KnownSubject subject() {
        return new KnownSubject(
                formed(subjectId, SUBJECT, "subjectId"),
                formed(candidateId, CANDIDATE, "candidateId"),
                present(facilityId, "facilityId"),
                present(protocol, "protocol"));
    }

    private static String formed(@Nullable String value, String form, String member) {
        var text = present(value, member);
        if (!text.matches(form)) {
            throw new IllegalArgumentException("the event's " + member + " is none");
        }
        return text;
    }

    static <T> T present(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException("the event lacks " + member);
        }
        return value;
    }
}
