package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.PlanOnDay;
import org.saisei.eligibility.protocol.PlanRule;
import org.saisei.eligibility.protocol.Text;

/** S-T3, plan side, the guide: the product's flow, both bounds included. */
final class ProductFlow implements PlanRule {
    static final Parameter SLOWEST = parameter("minimumFlowMlPerMin", "0.7", "下限", "least");
    static final Parameter FASTEST = parameter("maximumFlowMlPerMin", "1.0", "上限", "largest");

    private static Parameter parameter(String code, String value, String ja, String en) {
        return new Parameter(
                code,
                "mL/min",
                new BigDecimal(value),
                false,
                "1",
                new Text("本品の流量の目安の" + ja, en + " flow of the product, as a guide"),
                null);
    }

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-T3",
            Scope.PLAN,
            Kind.ADVISORY,
            Set.of(),
            false,
            "1",
            new Text(
                    "本品の流量 0.7～1.0 mL／分を目安に点滴静注する。",
                    "The product flows at 0.7 to 1.0 mL/min in the intravenous drip, as a guide."),
            List.of("/flowMlPerMin"),
            null);

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SLOWEST, FASTEST);
    }

    @Override
    public Finding judge(PlanOnDay on) {
        var flow = on.plan().flowMlPerMin();
        if (flow == null) {
            return Finding.unknown(Map.of(), List.of("/flowMlPerMin"));
        }
        return Finding.of(
                flow.compareTo(on.parameters().get(SLOWEST)) >= 0
                        && flow.compareTo(on.parameters().get(FASTEST)) <= 0,
                Map.of("flowMlPerMin", flow));
    }

    @Override
    public Objection objection(PlanOnDay on) {
        var bounds = on.parameters().get(SLOWEST).toPlainString() + "～"
                + on.parameters().get(FASTEST).toPlainString() + " mL/min";
        return new Objection(
                "/flowMlPerMin",
                new Text("本品の流量が目安（" + bounds + "）の外である。", "The flow of the product is outside its guide: " + bounds));
    }
}
