package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A criterion names the parameters that it reads: judged on many made-up patients, with one parameter changed at a time,
 * it finds something else for those it names and for no other.
 */
@ParameterizedClass
@MethodSource("org.saisei.eligibility.protocol.AllProtocols#withParameters")
class ParametersReadTest {
    private static final int PATIENTS = 20_000;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    private final Protocol protocol;
    private final Random random = new Random(20261122);

    ParametersReadTest(Protocol protocol) {
        this.protocol = protocol;
    }

    @Test
    void everyCriterionNamesExactlyTheParametersThatItsFindingDependsOn() {
        Map<String, Set<String>> read = new TreeMap<>();
        for (int i = 0; i < PATIENTS; i++) {
            var parameters = values();
            var changed = protocol.parameters()
                    .get(random.nextInt(protocol.parameters().size()));
            var otherwise = with(parameters, changed, value(changed));
            var stages = protocol.stages();
            var stage = stages.get(random.nextInt(stages.size())).code();
            var facts = facts();
            var earlier = facts();
            for (var criterion : protocol.patientCriteria()) {
                if (!criterion
                        .judge(circumstances(stage, facts, earlier, parameters))
                        .equals(criterion.judge(circumstances(stage, facts, earlier, otherwise)))) {
                    note(read, criterion, changed);
                }
            }
            var plan = plan();
            for (var rule : protocol.planRules()) {
                if (!rule.judge(new PlanOnDay(plan, parameters)).equals(rule.judge(new PlanOnDay(plan, otherwise)))) {
                    note(read, rule, changed);
                }
            }
            var weight = BigDecimal.valueOf(10 + random.nextInt(90));
            var cells = BigDecimal.valueOf(1_000_000L * (1 + random.nextInt(300)));
            protocol.dose()
                    .filter(dose -> !dose.judge(new PlannedDose(weight, cells, parameters))
                            .equals(dose.judge(new PlannedDose(weight, cells, otherwise))))
                    .ifPresent(dose -> note(read, dose, changed));
        }

        Map<String, Set<String>> named = new TreeMap<>();
        protocol.criteria().stream()
                .filter(Criterion.class::isInstance)
                .forEach(criterion -> criterion.parameters().forEach(parameter -> note(named, criterion, parameter)));
        assertThat(read).isEqualTo(named);
    }

    private static void note(Map<String, Set<String>> by, CatalogueEntry criterion, Parameter parameter) {
        by.computeIfAbsent(criterion.info().id(), id -> new TreeSet<>()).add(parameter.code());
    }

    private Circumstances circumstances(String stage, Facts facts, Facts other, Parameters parameters) {
        return new Circumstances(
                stage,
                DAY,
                facts,
                Map.of(protocol.stages().getFirst().code(), other),
                AccreditationOnDay.none(),
                "DR-0001",
                parameters);
    }

    private Parameters values() {
        var values = new HashMap<String, BigDecimal>();
        protocol.parameters()
                .forEach(parameter -> values.put(
                        parameter.code(), random.nextBoolean() ? parameter.defaultValue() : value(parameter)));
        return new Parameters(values);
    }

    /** From nothing to twice the default. */
    private BigDecimal value(Parameter parameter) {
        var standard = parameter.defaultValue();
        return BigDecimal.valueOf(
                random.nextLong(1 + 2 * standard.unscaledValue().longValueExact()), standard.scale());
    }

    private static Parameters with(Parameters parameters, Parameter changed, BigDecimal value) {
        var values = new HashMap<>(parameters.values());
        values.put(changed.code(), value);
        return new Parameters(values);
    }

    /** Each fact with three chances in four, days around the assessment. */
    private Facts facts() {
        var document = new LinkedHashMap<String, Object>();
        for (var fact : protocol.patientFacts().facts()) {
            if (random.nextInt(4) > 0) {
                put(document, fact);
            }
        }
        return Facts.kept(document);
    }

    @SuppressWarnings("unchecked") // only this method puts maps there
    private void put(Map<String, Object> document, Fact<?> fact) {
        var names = List.of(fact.path().split("\\.", -1));
        var at = document;
        for (var name : names.subList(0, names.size() - 1)) {
            at = (Map<String, Object>) at.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
        }
        at.put(
                names.getLast(),
                switch (fact.type()) {
                    case FactType.Flag f -> random.nextInt(4) > 0;
                    case FactType.Day d -> day().toString();
                    case FactType.Code<?>(var type) ->
                        ((Enum<?>) type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)]).name();
                    case FactType.Quantity(var unit, var minimum, var maximum, var digits) ->
                        minimum.add(BigDecimal.valueOf(random.nextInt(
                                        1 + maximum.subtract(minimum).intValue())))
                                .min(unit.equals("years") ? BigDecimal.valueOf(random.nextInt(30)) : maximum);
                });
    }

    /** One in two within a fortnight of the assessment, the others within four months. */
    private LocalDate day() {
        var reach = random.nextBoolean() ? 7 : 60;
        return DAY.plusDays(random.nextInt(2 * reach + 1) - reach);
    }

    private PlannedTreatment plan() {
        return new PlannedTreatment(
                BigDecimal.valueOf(70),
                DAY,
                null,
                day(),
                day(),
                day(),
                day(),
                day(),
                day(),
                BigDecimal.valueOf(40),
                BigDecimal.valueOf(random.nextInt(200)),
                BigDecimal.valueOf(random.nextInt(20), 1),
                new EarlierAdministrations(null, List.of()));
    }
}
