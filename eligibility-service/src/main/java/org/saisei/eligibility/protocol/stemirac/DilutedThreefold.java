package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.CriterionInfo.Scope;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.PlanOnDay;
import org.saisei.eligibility.protocol.PlanRule;
import org.saisei.eligibility.protocol.Text;

/** S-T3, plan side, the limit: (product + saline) ÷ product, compared without division, the bound included. */
final class DilutedThreefold implements PlanRule {
    static final Parameter MINIMUM = new Parameter(
            "minimumDilution",
            "times",
            new BigDecimal("3"),
            false,
            "1",
            new Text("希釈倍率の下限（（本品＋生理食塩液）÷本品）", "least dilution: (product + saline) ÷ product"),
            null);

    /** Digits of the dilution as it is shown; cut off, so that what falls short never looks as if it did not. */
    private static final int SHOWN_DIGITS = 6;

    private static final CriterionInfo INFO = new CriterionInfo(
            "S-T3",
            Scope.PLAN,
            Kind.REQUIREMENT,
            Set.of(),
            false,
            "1",
            new Text(
                    "生理食塩液で 3 倍以上に希釈しながら、…点滴静注する。",
                    "It is given by intravenous drip, diluted at least threefold with saline."),
            List.of("/productVolumeMl", "/salineVolumeMl"),
            new Text("希釈倍率を（本品＋生理食塩液）÷本品とすること", "that the dilution is (product + saline) ÷ product"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MINIMUM);
    }

    @Override
    public Finding judge(PlanOnDay on) {
        var product = on.plan().productVolumeMl();
        var saline = on.plan().salineVolumeMl();
        var values = new HashMap<String, Object>();
        put(values, "productVolumeMl", product);
        put(values, "salineVolumeMl", saline);
        if (product == null || saline == null) {
            var missing = new ArrayList<String>();
            if (product == null) {
                missing.add("/productVolumeMl");
            }
            if (saline == null) {
                missing.add("/salineVolumeMl");
            }
            return Finding.unknown(values, missing);
        }
        var diluted = product.add(saline);
        values.put("dilution", diluted.divide(product, SHOWN_DIGITS, RoundingMode.DOWN));
        return Finding.of(diluted.compareTo(on.parameters().get(MINIMUM).multiply(product)) >= 0, values);
    }

    @Override
    public Objection objection(PlanOnDay on) {
        var times = on.parameters().get(MINIMUM).toPlainString();
        return new Objection(
                "/salineVolumeMl",
                new Text(
                        "生理食塩液による希釈が " + times + " 倍に満たない。",
                        "The product is diluted less than " + times + " times with saline."));
    }

    private static void put(HashMap<String, Object> values, String name, @Nullable BigDecimal value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
