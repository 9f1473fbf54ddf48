package org.saisei.eligibility.protocol.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.CatalogueEntry;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.ParameterOnDay;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.eligibility.protocol.Text;

@Schema(name = "CriteriaCatalogue")
record CriteriaAnswer(
        String protocol,
        String version,
        LocalDate effectiveFrom,

        @Schema(description = "The day of which the parameters' values are.")
        LocalDate on,

        Text name,
        Text source,
        List<CriterionAnswer> items) {

    @Schema(name = "Criterion")
    record CriterionAnswer(
            String criterion,
            CriterionInfo.Scope scope,
            Kind kind,

            @Schema(description = "Where it binds, in the order of the stages; empty where stages do not apply.")
            List<String> stages,

            @Schema(description = "True if the stages are ours and not the source's.")
            boolean stagesOurs,

            String clause,
            Text text,

            @Schema(
                    description = "JSON pointers of the fields it looks at: those under /attestations, /links and"
                            + " /physicians in the facility's record, the others in the request.")
            List<String> reads,

            @Schema(description = "True if something of it is ours and not the source's.")
            boolean ours,

            @Nullable
            @Schema(description = "What of it, a registrar's change of a parameter included; absent if nothing is.")
            Text oursNote,

            @Schema(description = "Those that its verdict depends on.")
            List<ParameterAnswer> parameters) {}

    static CriteriaAnswer of(Protocol protocol, LocalDate on, List<ParameterOnDay> parameters) {
        var byCode = parameters.stream()
                .map(ParameterAnswer::of)
                .collect(Collectors.toMap(ParameterAnswer::code, Function.identity()));
        var values = Parameters.onDay(parameters);
        return new CriteriaAnswer(
                protocol.id(),
                protocol.version(),
                protocol.effectiveFrom(),
                on,
                protocol.name(),
                protocol.source(),
                protocol.criteria().stream()
                        .map(criterion -> item(protocol, criterion, byCode, values))
                        .toList());
    }

    private static CriterionAnswer item(
            Protocol protocol, CatalogueEntry criterion, Map<String, ParameterAnswer> byCode, Parameters values) {
        var info = criterion.info();
        var ours = values.ours(info.ours(), criterion.parameters());
        return new CriterionAnswer(
                info.id(),
                info.scope(),
                info.kind(),
                protocol.stages().stream()
                        .map(Stage::code)
                        .filter(info.stages()::contains)
                        .toList(),
                info.stagesOurs(),
                info.clause(),
                info.text(),
                info.reads(),
                ours != null,
                ours,
                criterion.parameters().stream()
                        .map(parameter -> Objects.requireNonNull(byCode.get(parameter.code()), parameter.code()))
                        .toList());
    }
}
