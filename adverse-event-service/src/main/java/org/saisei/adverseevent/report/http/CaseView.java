package org.saisei.adverseevent.report.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.adverseevent.exposure.TreatmentPhase;
import org.saisei.adverseevent.report.CaseTexts;
import org.saisei.adverseevent.report.Causality;
import org.saisei.adverseevent.report.DraftCase;
import org.saisei.adverseevent.report.Link;
import org.saisei.adverseevent.report.PatientReference;
import org.saisei.adverseevent.report.Reaction;
import org.saisei.adverseevent.report.ReadCases;
import org.saisei.adverseevent.report.ReportedCase;
import org.saisei.adverseevent.report.Reporter;
import org.saisei.adverseevent.report.SafetyCase;
import org.saisei.adverseevent.report.SeriousnessCriterion;
import org.saisei.adverseevent.report.Suspect;

/**
 * A case as answered. Sealed texts are there only when one case is read; the link only for those who may learn of it.
 *
 * @param missing what a draft lacks, as JSON pointers into the report
 */
@Schema(name = "Case")
record CaseView(
        UUID caseId,

        @Schema(description = "Counts what the reporter sent, drafts included; the ETag")
        int version,

        State state,

        @Schema(description = "What a draft lacks, as JSON pointers into the report")
        List<String> missing,

        String facilityId,

        @Schema(description = "Absent for a case that the platform opened by itself") @Nullable
        String documentNumber,

        @Nullable String protocol,
        @Nullable LocalDate awareOn,
        @Nullable PatientView patient,
        @Nullable Reporter reporter,
        List<SuspectView> suspects,

        @Schema(description = "What the causalities are judged by; absent without suspects", examples = Causality.SCALE)
        @Nullable
        String causalityScale,

        @Nullable ReactionView reaction,
        @Nullable MalfunctionView malfunction,
        @Nullable String narrative,

        @Schema(description = "Why this version replaced the one before") @Nullable
        String reason,

        boolean serious,

        @Schema(description = "The reaction is not coded, or by a list that is not held here: somebody has to code it")
        boolean codingOpen,

        @Schema(description = "S-A3, as far as the term alone tells")
        boolean specialInterest,

        Instant receivedAt,

        @Schema(description = "For safety officers, registrars, the manufacturer, and the subject's own facility")
        @Nullable
        LinkView link) {

    enum State {
        DRAFT,
        REPORTED
    }

    @Schema(name = "CasePatientView")
    record PatientView(
            @Nullable String subjectId,
            @Nullable String candidateId,
            @Nullable String reporterReference) {}

    @Schema(name = "CaseSuspectView")
    record SuspectView(
            Suspect.Kind suspect,
            @Nullable String lotNumber,

            @Schema(description = Causality.SCALE) @Nullable Causality causality) {
        static SuspectView of(Suspect suspect) {
            return new SuspectView(suspect.suspect(), suspect.lotNumber(), suspect.causality());
        }
    }

    @Schema(name = "CaseReactionView")
    record ReactionView(
            @Nullable TermView term,

            @Schema(description = "Only when one case is read") @Nullable
            String verbatim,

            @Nullable LocalDate onsetOn,
            List<SeriousnessCriterion> seriousness,
            @Nullable Integer severityGrade) {}

    @Schema(name = "CaseTermView", description = "`ja` and `en` are absent while the list is not held here")
    record TermView(
            String dictionary,
            String version,
            String code,
            @Nullable String ja,
            @Nullable String en) {}

    @Schema(name = "CaseMalfunctionView")
    record MalfunctionView(
            @Nullable String lotNumber, @Nullable String description) {}

    @Schema(name = "CaseLinkView")
    record LinkView(
            String subjectId,
            String candidateId,
            String protocol,
            @Nullable TreatmentPhase phase,

            @Schema(description = "`version` of the case's last event on the stream and the topic")
            int eventVersion) {}

    /** The answer to a report: nothing written freely, and nothing that tells whether the patient is known. */
    static CaseView acknowledging(SafetyCase recorded) {
        return of(new ReadCases.Seen(recorded, null, CaseTexts.NONE));
    }

    static CaseView of(ReadCases.Seen seen) {
        var known = seen.safetyCase();
        var header = known.header();
        var content = known.content();
        var texts = seen.texts();
        return new CaseView(
                header.caseId(),
                header.version(),
                known instanceof DraftCase ? State.DRAFT : State.REPORTED,
                known instanceof DraftCase draft ? draft.missing() : List.of(),
                header.facilityId(),
                header.documentNumber(),
                content.protocol(),
                content.awareOn(),
                patient(content.patient(), texts),
                content.reporter(),
                content.suspects().stream().map(SuspectView::of).toList(),
                content.suspects().isEmpty() ? null : Causality.SCALE,
                reaction(content.reaction(), known.term(), texts.verbatim()),
                content.malfunction() == null
                        ? null
                        : new MalfunctionView(content.malfunction().lotNumber(), texts.malfunctionDescription()),
                texts.narrative(),
                texts.reason(),
                content.serious(),
                known.codingOpen(),
                known instanceof ReportedCase reported && reported.specialInterest(),
                header.receivedAt(),
                link(seen.link(), header.revision()));
    }

    private static @Nullable PatientView patient(@Nullable PatientReference patient, CaseTexts texts) {
        return patient == null
                ? null
                : new PatientView(patient.subjectId(), patient.candidateId(), texts.patientReference());
    }

    private static @Nullable ReactionView reaction(
            @Nullable Reaction reaction, @Nullable Term term, @Nullable String verbatim) {
        if (reaction == null) {
            return null;
        }
        var coded = reaction.term();
        return new ReactionView(
                coded == null
                        ? null
                        : new TermView(
                                coded.dictionary(),
                                coded.version(),
                                coded.code(),
                                term == null ? null : term.ja(),
                                term == null ? null : term.en()),
                verbatim,
                reaction.onsetOn(),
                reaction.seriousness(),
                reaction.severityGrade());
    }

    private static @Nullable LinkView link(@Nullable Link link, int revision) {
        return link == null
                ? null
                : new LinkView(link.subjectId(), link.candidateId(), link.protocol(), link.phase(), revision);
    }
}
