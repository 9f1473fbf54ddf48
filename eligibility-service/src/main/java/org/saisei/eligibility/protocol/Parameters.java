package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of a protocol's parameters in one judgement; kept with it. */
public record Parameters(Map<String, BigDecimal> values) {
    public Parameters {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    public static Parameters defaults(List<Parameter> parameters) {
        var values = new LinkedHashMap<String, BigDecimal>();
        parameters.forEach(parameter -> values.put(parameter.code(), parameter.defaultValue()));
        return new Parameters(values);
    }

    public static Parameters onDay(List<ParameterOnDay> parameters) {
        return new Parameters(parameters.stream()
                .collect(Collectors.toMap(onDay -> onDay.parameter().code(), ParameterOnDay::value)));
    }

    /** Its value here; its default where it was not yet known when the judgement was kept. */
    public BigDecimal get(Parameter parameter) {
        return values.getOrDefault(parameter.code(), parameter.defaultValue());
    }

    /** The values of these here, by code, in their order. */
    public Map<String, BigDecimal> of(List<Parameter> parameters) {
        var used = LinkedHashMap.<String, BigDecimal>newLinkedHashMap(parameters.size());
        for (var parameter : parameters) {
            used.put(parameter.code(), get(parameter));
        }
        return Collections.unmodifiableMap(used);
    }

    /**
     * What is ours of a rule that reads these: what it says itself, and of each that a registrar has given another value
     * than its default, that value and what the source says.
     *
     * @param rule what the rule says itself; null if nothing
     * @return null if nothing is ours
     */
    public @Nullable Text ours(@Nullable Text rule, List<Parameter> parameters) {
        var ours = rule;
        for (var parameter : parameters) {
            if (get(parameter).compareTo(parameter.defaultValue()) != 0) {
                var change = changed(parameter);
                ours = ours == null
                        ? change
                        : new Text(ours.ja() + "、及び" + change.ja(), ours.en() + ", and " + change.en());
            }
        }
        return ours;
    }

    private Text changed(Parameter parameter) {
        var value = get(parameter).toPlainString();
        var standard = parameter.defaultValue().toPlainString();
        return new Text(
                "パラメータ " + parameter.code() + " を " + value + " とすること（登録管理者による変更。"
                        + (parameter.ours() ? "出典に値はなく、既定値は " + standard : "出典では " + standard) + "）",
                "that the parameter " + parameter.code() + " is " + value + " (changed by a registrar; "
                        + (parameter.ours()
                                ? "the source gives no value, the default is " + standard
                                : "the source says " + standard)
                        + ")");
    }
}
