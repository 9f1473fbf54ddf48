package org.saisei.eligibility.protocol.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.ParameterChange;
import org.saisei.eligibility.protocol.ParameterOnDay;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.Text;

@Schema(name = "Parameter")
record ParameterAnswer(
        String code,
        String unit,

        @Schema(description = "In force on the day asked about.")
        BigDecimal value,

        BigDecimal defaultValue,

        @Nullable @Schema(description = "First day of that value; absent where it is the default.")
        LocalDate since,

        @Schema(description = "True if the source does not say it.")
        boolean ours,

        String clause,
        Text meaning,

        @Nullable @Schema(description = "What a registrar may set it to; absent for a limit of the source.")
        Changeable changeable) {

    @Schema(name = "ChangeableRange", description = "Whole numbers, both included.")
    record Changeable(BigDecimal minimum, BigDecimal maximum) {}

    static ParameterAnswer of(ParameterOnDay onDay) {
        var parameter = onDay.parameter();
        return new ParameterAnswer(
                parameter.code(),
                parameter.unit(),
                onDay.value(),
                parameter.defaultValue(),
                onDay.since(),
                parameter.ours(),
                parameter.clause(),
                parameter.meaning(),
                changeable(parameter));
    }

    private static @Nullable Changeable changeable(Parameter parameter) {
        var range = parameter.changeable();
        return range == null ? null : new Changeable(range.minimum(), range.maximum());
    }

    @Schema(name = "ParameterChange")
    record Change(
            UUID changeId,
            String protocol,
            String parameter,
            String documentNumber,
            BigDecimal value,
            @Schema(description = "First day.") LocalDate from,
            String reason,
            Instant recordedAt) {

        static Change of(ParameterChange change) {
            return new Change(
                    change.changeId(),
                    change.protocol(),
                    change.parameter(),
                    change.documentNumber(),
                    change.value(),
                    change.from(),
                    change.reason(),
                    change.recordedAt());
        }
    }

    @Schema(name = "ParameterWithHistory")
    record WithHistory(
            ParameterAnswer parameter,

            @Schema(description = "Every change, whatever its first day, first recorded first.")
            List<Change> history) {}

    @Schema(name = "Parameters")
    record All(String protocol, String version, LocalDate on, List<WithHistory> items) {
        static All of(Protocol protocol, LocalDate on, List<ParameterOnDay> parameters) {
            return new All(
                    protocol.id(),
                    protocol.version(),
                    on,
                    parameters.stream()
                            .map(onDay -> new WithHistory(
                                    ParameterAnswer.of(onDay),
                                    onDay.history().stream().map(Change::of).toList()))
                            .toList());
        }
    }
}
