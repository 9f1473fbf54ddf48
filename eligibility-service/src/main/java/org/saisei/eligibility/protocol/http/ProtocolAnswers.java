package org.saisei.eligibility.protocol.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.ParameterOnDay;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolFact;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.eligibility.protocol.Text;
import org.saisei.kit.http.Page;

/** What this feature answers. */
final class ProtocolAnswers {

    private ProtocolAnswers() {}

    @Schema(name = "ProtocolSummary")
    record Summary(String protocol, String version, LocalDate effectiveFrom, Text name, Text source) {
        static Summary of(Protocol protocol) {
            return new Summary(
                    protocol.id(), protocol.version(), protocol.effectiveFrom(), protocol.name(), protocol.source());
        }
    }

    /** A page as {@link Page} is written, for the API's description. */
    @Schema(name = "ProtocolPage")
    record SummaryPage(
            List<Summary> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @Schema(name = "Protocol")
    record Full(
            String protocol,
            String version,
            LocalDate effectiveFrom,
            Text name,
            Text source,
            List<Stage> stages,
            List<ProtocolFact> facts,

            @Schema(
                    description = "What the operator states, e.g. approval status and its dates: configuration"
                            + " saisei.protocols.facts.<protocol>.<name>.")
            Map<String, String> statedByOperator,

            List<ParameterAnswer> parameters,

            @Schema(description = "What an assessment's facts may hold.")
            List<FactAnswer> patientFacts) {

        static Full of(Protocol protocol, Map<String, String> statedByOperator, List<ParameterOnDay> parameters) {
            return new Full(
                    protocol.id(),
                    protocol.version(),
                    protocol.effectiveFrom(),
                    protocol.name(),
                    protocol.source(),
                    protocol.stages(),
                    protocol.facts(),
                    statedByOperator,
                    parameters.stream().map(ParameterAnswer::of).toList(),
                    protocol.patientFacts().facts().stream()
                            .map(f -> new FactAnswer(f.pointer(), f.type().description(), f.meaning()))
                            .toList());
        }
    }

    @Schema(name = "Fact")
    record FactAnswer(
            @Schema(description = "JSON pointer into an assessment.")
            String pointer,

            @Schema(description = "Type with unit, bounds (both included) or codes.")
            Map<String, Object> type,

            Text meaning) {}
}
