package org.saisei.eligibility.toy;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.FactsDefinition;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;

/**
 * The toy protocol from 2026-08-01 on: it does not look at the tooth's colour any more, but at the facility's
 * accreditation and at the number of its holes.
 */
@ApplicationScoped
public class ToyProtocolSecondVersion extends ToyProtocol {
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 1);

    static final Fact<BigDecimal> HOLES = new Fact<>(
            "tooth.holes",
            new FactType.Quantity("holes", BigDecimal.ZERO, BigDecimal.valueOf(32), 0),
            new Text("穴の数", "number of holes"));

    public static final Parameter MOST_HOLES = new Parameter(
            "mostHoles",
            "holes",
            BigDecimal.valueOf(2),
            true,
            "2",
            new Text("穴の数の上限", "largest number of holes"),
            Parameter.Range.of(0, 5));

    private static final Parameter TEETH = new Parameter(
            "teeth", "teeth", BigDecimal.valueOf(32), false, "3", new Text("歯の数", "number of teeth"), null);

    @Override
    public String version() {
        return "2";
    }

    @Override
    public LocalDate effectiveFrom() {
        return FIRST_DAY;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MOST_HOLES, TEETH);
    }

    @Override
    public FactsDefinition patientFacts() {
        return new FactsDefinition(List.of(HOLES));
    }

    @Override
    public List<Criterion<Circumstances>> patientCriteria() {
        return List.of(new ChairIsAccredited(), new FewHoles());
    }
}
