package org.saisei.registry.disclosure.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Page;
import org.saisei.registry.disclosure.Access;
import org.saisei.registry.identity.PatientIdentity;
import org.saisei.registry.treatment.Correction;

@Schema(name = "Disclosure", description = "開示: what this service holds on one patient")
record DisclosureAnswer(
        String subjectId,
        Instant madeAt,

        @Nullable @Schema(description = "absent once it is erased")
        IdentityHeld identity,

        @Nullable @Schema(description = "day in Japan on which the identity was erased; absent if it was not")
        LocalDate identityErasedOn,

        @Schema(description = "the last day on which the identity has to be kept, as the operator has set it")
        LocalDate retainUntil,

        @Schema(
                description =
                        "Every row as it is kept, by what it is: enrolment, standingHistory, treatmentFacts (all"
                                + " versions), deviations, plannedAdministrations, safetyCases, legalHolds, legalHoldLiftings,"
                                + " identityErasures, eventsTold (to the other services, by number only), assessmentDecisions. Of a"
                                + " safety case that another facility reported, its facilityId and documentNumber are left out.")
        Map<String, List<Map<String, Object>>> records,

        List<CorrectionHeld> corrections,

        @Schema(
                description = "Who wrote and read in this service, in the order in which they did; read on with next as"
                        + " ?after=")
        AccessPage accesses,

        @Schema(description = "By what the other services know the patient, and what to ask there")
        List<Elsewhere> elsewhere) {

    @Override
    public String toString() {
        return "DisclosureAnswer[sealed]";
    }

    @Schema(name = "DisclosedIdentity")
    record IdentityHeld(String nameKanji, String nameKana, LocalDate birthDate, String medicalRecordNumber) {
        static IdentityHeld of(PatientIdentity identity) {
            return new IdentityHeld(
                    identity.nameKanji(), identity.nameKana(), identity.birthDate(), identity.medicalRecordNumber());
        }

        @Override
        public String toString() {
            return "IdentityHeld[sealed]";
        }
    }

    @Schema(name = "DisclosedCorrection")
    record CorrectionHeld(
            UUID correctionId,
            String documentNumber,
            UUID factId,
            Correction.Action action,

            @Schema(description = "absent where the reason alone says why")
            Correction.@Nullable Ground ground,

            @Nullable
            @Schema(
                    description =
                            "absent where the ground alone says why, and once the identity is erased, for it may name"
                                    + " the patient; no other is taken after that")
            String reason,

            @Nullable @Schema(description = "absent for a void")
            UUID replacedBy,

            LocalDate correctedOn,
            Instant recordedAt) {

        static CorrectionHeld of(Correction correction) {
            return new CorrectionHeld(
                    correction.correctionId(),
                    correction.documentNumber(),
                    correction.factId(),
                    correction.action(),
                    correction.ground(),
                    correction.reason().isEmpty() ? null : correction.reason(),
                    correction.replacedBy(),
                    correction.correctedOn(),
                    correction.recordedAt());
        }

        @Override
        public String toString() {
            return "CorrectionHeld[" + correctionId + "]";
        }
    }

    @Schema(name = "DisclosedAccesses")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccessPage(
            List<AccessMade> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @Schema(name = "DisclosedAccess")
    record AccessMade(
            Instant at,

            @Schema(description = "READ or WRITE") String kind,

            @Schema(description = "the token's sub, or service:<name>")
            String actor,

            List<String> roles,

            @Nullable @Schema(description = "absent for callers of no facility")
            String facilityId,

            @Schema(description = "operationId, or what a service did by itself")
            String action) {

        static AccessMade of(Access access) {
            return new AccessMade(
                    access.at(),
                    access.write() ? "WRITE" : "READ",
                    access.actor(),
                    access.roles(),
                    access.facilityId(),
                    access.action());
        }
    }

    /** What another service may hold under one number. */
    @Schema(name = "DisclosedElsewhere")
    record Elsewhere(
            String service,
            String knownAs,

            @Schema(description = "The request there that shows what is held")
            String ask,

            @Schema(description = "The request there that shows who wrote and read it")
            String accesses,

            @Schema(
                    description =
                            "YOU: with your own token. REGISTRAR: a registrar only, whom you ask for it, for it was"
                                    + " reported by another facility; to you both requests look as if there were nothing.")
            Whom whom) {

        static Elsewhere yours(String service, String knownAs, String ask) {
            return new Elsewhere(service, knownAs, ask, accesses(knownAs), Whom.YOU);
        }

        static Elsewhere forRegistrars(String service, String knownAs, String ask) {
            return new Elsewhere(service, knownAs, ask, accesses(knownAs), Whom.REGISTRAR);
        }

        /** Where all that is held under a number is what the registry told: it stands in the rows that noted it. */
        static Elsewhere noted(String service, String knownAs) {
            return yours(service, knownAs, accesses(knownAs));
        }

        private static String accesses(String knownAs) {
            return "GET /audit?resourceId=" + knownAs;
        }
    }

    /** Who may ask elsewhere. */
    enum Whom {
        YOU,
        REGISTRAR
    }
}
