package org.saisei.eligibility.waiting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.PriorityRule;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.waiting.ReadWaitingList.Outcome;
import org.saisei.eligibility.waiting.ReadWaitingList.Place;
import org.saisei.kit.http.Page;

@Schema(name = "WaitingList")
@JsonInclude(JsonInclude.Include.ALWAYS)
record WaitingListAnswer(
        String protocol,
        String protocolVersion,

        @Schema(description = "The day that the list is of (Asia/Tokyo).")
        LocalDate on,

        @Schema(description = "Rule id of the ranking.") String rule,
        String clause,
        Text text,

        @Nullable
        @Schema(
                nullable = true,
                description = "What of the ranking is ours and not the source's, a registrar's change of a parameter"
                        + " included.")
        Text ours,

        @Schema(description = "Values on that day of the parameters that it goes by, by code.")
        Map<String, BigDecimal> parameters,

        @Schema(description = "Candidates on the whole list, of every facility.")
        int length,

        List<WaitingPlace> items,

        @Nullable @Schema(nullable = true, description = Page.NEXT)
        String next) {

    @Schema(name = "WaitingPlace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingPlace(
            @Schema(description = "Among all candidates of every facility, from 1.")
            int rank,

            String candidateId,
            String facilityId,
            UUID assessmentId,
            String documentNumber,
            String decision,
            LocalDate assessedOn,

            @Schema(
                    description =
                            "Of the candidate's first assessment under the protocol: orders those injured on the same day.")
            LocalDate firstAssessedOn,

            @Nullable @Schema(description = "What the candidate is grouped by, as assessed; for STEMIRAC the AIS.")
            String group,

            @Nullable @Schema(description = "Of the list's day; left out where the day of the injury is not known.")
            Long daysSince,

            PriorityRule.Reason reason) {

        static WaitingPlace of(Place place, LocalDate on) {
            var ranked = place.ranked();
            return new WaitingPlace(
                    ranked.rank(),
                    ranked.candidateId(),
                    ranked.facilityId(),
                    ranked.assessmentId(),
                    ranked.documentNumber(),
                    ranked.decision(),
                    ranked.assessedOn(),
                    ranked.position().firstAssessedOn(),
                    ranked.code(),
                    ranked.since() == null ? null : ChronoUnit.DAYS.between(ranked.since(), on),
                    place.reason());
        }
    }

    static WaitingListAnswer of(Outcome.Listed listed, Page<Place> page) {
        CriterionInfo rule = listed.rule();
        return new WaitingListAnswer(
                listed.protocol(),
                listed.protocolVersion(),
                listed.on(),
                rule.id(),
                rule.clause(),
                rule.text(),
                listed.ours(),
                listed.parameters(),
                listed.length(),
                page.items().stream()
                        .map(place -> WaitingPlace.of(place, listed.on()))
                        .toList(),
                page.next());
    }
}
