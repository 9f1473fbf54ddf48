package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a protocol's parameters in one judgement; kept with it. */
public record Parameters(Map<String, BigDecimal> values) {

    public Parameters {
        values = Map.copyOf(values);
    }

    public static Parameters defaults(List<Parameter> parameters) {
        var values = new LinkedHashMap<String, BigDecimal>();
        parameters.forEach(parameter -> values.put(parameter.code(), parameter.defaultValue()));
        return new Parameters(values);
    }

    /** Its value here; its default where it was not yet known when the judgement was kept. */
    public BigDecimal get(Parameter parameter) {
        return values.getOrDefault(parameter.code(), parameter.defaultValue());
    }
}
