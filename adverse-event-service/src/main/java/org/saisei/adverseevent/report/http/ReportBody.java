package org.saisei.adverseevent.report.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.TermReference;
import org.saisei.adverseevent.report.CaseContent;
import org.saisei.adverseevent.report.CaseTexts;
import org.saisei.adverseevent.report.Causality;
import org.saisei.adverseevent.report.Malfunction;
import org.saisei.adverseevent.report.PatientReference;
import org.saisei.adverseevent.report.Reaction;
import org.saisei.adverseevent.report.Reporter;
import org.saisei.adverseevent.report.SeriousnessCriterion;
import org.saisei.adverseevent.report.Suspect;
import org.saisei.kit.http.Codes;

/** The parts of a report, shared by the first one and its versions. Whatever is absent makes a draft, not a refusal. */
final class ReportBody {
    private ReportBody() {}

    @Schema(
            name = "CasePatient",
            description =
                    "Whom the report is about; any one of them identifies the patient. A number that nobody has is "
                            + "taken like every other, and such a case stays without a link")
    record Patient(
            @Schema(description = "症例: registry number") @Nullable @Pattern(regexp = Codes.IDENTIFIER)
            String subjectId,

            @Schema(description = "候補患者") @Nullable @Pattern(regexp = Codes.IDENTIFIER)
            String candidateId,

            @Schema(
                    description = "Your own reference, never a name or a medical-record number; kept sealed, "
                            + "and shown to your facility only")
            @Nullable
            @Pattern(regexp = Codes.IDENTIFIER)
            String reporterReference) {}

    enum Profession {
        PHYSICIAN,
        PHARMACIST,
        OTHER_HEALTH_PROFESSIONAL,
        OTHER
    }

    @Schema(name = "CaseReporter")
    record ReportedBy(
            @Nullable Profession profession,

            @Schema(description = "Your facility's code of the person, never a name")
            @Nullable
            @Pattern(regexp = Codes.IDENTIFIER)
            String reference) {}

    @Schema(
            name = "CaseSuspect",
            description =
                    "One suspect, named once in a report, with the causality of it alone (" + Causality.SCALE + ")")
    record SuspectBody(
            @NotNull Suspect.Kind suspect,
            @Nullable @Pattern(regexp = Codes.IDENTIFIER) String lotNumber,

            @Schema(description = Causality.SCALE) @Nullable Causality causality) {}

    @Schema(
            name = "CaseTermReference",
            description =
                    "A list that is not held here is taken as sent, and `codingOpen` says so; of one that is, the code "
                            + "must be in it")
    record TermBody(
            @NotNull @Pattern(regexp = Patterns.DICTIONARY) String dictionary,
            @NotNull @Pattern(regexp = Patterns.CODE) String version,
            @NotNull @Pattern(regexp = Patterns.CODE) String code) {}

    @Schema(
            name = "CaseReaction",
            description = "Any one of `term`, `verbatim` and a criterion of seriousness is enough")
    record ReactionBody(
            @Nullable @Valid TermBody term,

            @Schema(description = "The reaction in your own words; kept sealed, as the narrative is")
            @Nullable
            @Size(max = 500)
            String verbatim,

            @Nullable LocalDate onsetOn,

            @Schema(description = "Criteria of ICH E2A; serious (重篤) exactly when one is named")
            @Nullable
            @Size(max = 6)
            @UniqueElements
            List<@NotNull SeriousnessCriterion> seriousness,

            @Schema(description = "CTCAE; grade 5 is death, and counts as the criterion DEATH (ours)")
            @Nullable
            @Min(1)
            @Max(5)
            Integer severityGrade) {}

    @Schema(name = "CaseMalfunction", description = "不具合, with or without harm")
    record MalfunctionBody(
            @Nullable @Pattern(regexp = Codes.IDENTIFIER) String lotNumber,

            @Schema(description = "Kept sealed, as the narrative is") @Nullable @Size(max = 2000)
            String description) {}

    /** What both requests carry. */
    interface Parts {
        @Nullable
        String protocol();

        @Nullable
        LocalDate awareOn();

        @Nullable
        Patient patient();

        @Nullable
        ReportedBy reporter();

        @Nullable
        List<SuspectBody> suspects();

        @Nullable
        ReactionBody reaction();

        @Nullable
        MalfunctionBody malfunction();

        @Nullable
        String narrative();
    }

    static CaseContent content(Parts parts) {
        var suspects = parts.suspects();
        return new CaseContent(
                parts.protocol(),
                parts.awareOn(),
                patient(parts.patient()),
                reporter(parts.reporter()),
                suspects == null
                        ? List.of()
                        : suspects.stream()
                                .map(body -> new Suspect(body.suspect(), body.lotNumber(), body.causality()))
                                .toList(),
                reaction(parts.reaction()),
                malfunction(parts.malfunction()));
    }

    static CaseTexts texts(Parts parts, @Nullable String reason) {
        var patient = parts.patient();
        var malfunction = parts.malfunction();
        return new CaseTexts(
                parts.narrative(),
                malfunction == null ? null : malfunction.description(),
                patient == null ? null : patient.reporterReference(),
                reason,
                parts.reaction() == null ? null : parts.reaction().verbatim());
    }

    private static @Nullable PatientReference patient(@Nullable Patient body) {
        return body == null
                ? null
                : new PatientReference(body.subjectId(), body.candidateId(), body.reporterReference() != null);
    }

    private static @Nullable Reporter reporter(@Nullable ReportedBy body) {
        if (body == null) {
            return null;
        }
        var profession = body.profession();
        return new Reporter(
                profession == null ? null : Reporter.Profession.valueOf(profession.name()), body.reference());
    }

    private static @Nullable Reaction reaction(@Nullable ReactionBody body) {
        if (body == null) {
            return null;
        }
        var term = body.term();
        var verbatim = body.verbatim();
        var seriousness = body.seriousness();
        return new Reaction(
                term == null ? null : new TermReference(term.dictionary(), term.version(), term.code()),
                verbatim != null && !verbatim.isBlank(),
                body.onsetOn(),
                seriousness == null ? List.of() : seriousness,
                body.severityGrade());
    }

    private static @Nullable Malfunction malfunction(@Nullable MalfunctionBody body) {
        return body == null ? null : new Malfunction(body.lotNumber());
    }
}
