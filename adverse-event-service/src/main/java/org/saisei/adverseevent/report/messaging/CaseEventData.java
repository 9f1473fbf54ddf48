package org.saisei.adverseevent.report.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.adverseevent.exposure.TreatmentPhase;
import org.saisei.adverseevent.report.Causality;
import org.saisei.adverseevent.report.ReportedCase;
import org.saisei.adverseevent.report.SeriousnessCriterion;
import org.saisei.adverseevent.report.Suspect;

/**
 * The thin record of a case on the topic and on the streams: {@code saisei.safety.case-reported.v1} and {@code -linked.v1}.
 *
 * @param version counts every change that was told, from 1
 * @param subjectId of the linked subject, never the reporter's unproven word
 */
record CaseEventData(
        UUID caseId,
        int version,
        String facilityId,
        @Nullable String documentNumber,
        String state,
        @Nullable String subjectId,
        @Nullable String candidateId,
        @Nullable String protocol,
        boolean serious,
        List<SeriousnessCriterion> seriousness,
        boolean specialInterest,
        boolean malfunction,
        @Nullable TermData term,
        @Nullable LocalDate onsetOn,
        @Nullable TreatmentPhase phase,
        List<SuspectData> suspects,
        Instant receivedAt) {

    record TermData(String dictionary, String version, String code, String preferredTerm) {
        static @Nullable TermData of(@Nullable Term term) {
            return term == null
                    ? null
                    : new TermData(
                            term.reference().dictionary(),
                            term.reference().version(),
                            term.reference().code(),
                            term.ja());
        }
    }

    record SuspectData(
            Suspect.Kind suspect,
            @Nullable Causality causality,
            @Nullable String lotNumber) {}

    static CaseEventData of(ReportedCase reported) {
        var header = reported.header();
        var content = reported.content();
        var link = reported.link();
        return new CaseEventData(
                header.caseId(),
                header.revision(),
                header.facilityId(),
                header.documentNumber(),
                "REPORTED",
                link == null ? null : link.subjectId(),
                link == null ? null : link.candidateId(),
                reported.protocol(),
                content.serious(),
                content.seriousness(),
                reported.specialInterest(),
                content.malfunction() != null,
                TermData.of(reported.term()),
                content.onsetOn(),
                link == null ? null : link.phase(),
                content.suspects().stream()
                        .map(suspect -> new SuspectData(suspect.suspect(), suspect.causality(), suspect.lotNumber()))
                        .toList(),
                header.receivedAt());
    }
}
