package org.saisei.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** The facts by name, for what is said of them. */
public final class Known {
    static final Protocol PROTOCOL = new Stemirac();

    public static final FactList AGE = facts("ageYears");
    public static final FactList WEIGHING = facts(
            "paediatricWeighing.weighedOn",
            "paediatricWeighing.ageConsidered",
            "paediatricWeighing.weightConsidered",
            "paediatricWeighing.generalConditionConsidered",
            "paediatricWeighing.inFavour");
    public static final FactList AIS = facts("ais.grade", "ais.assessedOn");
    public static final FactList STEPS_AROUND_AIS = facts("firstCollectionOn", "plannedAdministrationOn");
    public static final FactList AIS_AND_STEPS_AROUND =
            facts("ais.grade", "ais.assessedOn", "firstCollectionOn", "plannedAdministrationOn");
    public static final FactList HISTORY = facts("hypersensitivityToComponent", "hypersensitivityToMaterial");
    public static final FactList HISTORY_AND_RULING =
            facts("hypersensitivityToComponent", "hypersensitivityToMaterial", "materialIsComponent");
    public static final FactList MALIGNANCY = facts("malignancy");
    public static final FactList TUMOUR = facts("tumourPresent");
    public static final FactList TUMOUR_WEIGHING =
            facts("tumourWeighing.weighedOn", "tumourWeighing.benefitOutweighsRisk");
    public static final FactList CONSENT =
            facts("consent.explainedOn", "consent.given", "consent.consentedOn", "consent.teamToldOn");

    static final Fact<?> INJURY = fact("injuryDate");
    static final Fact<?> FIRST_BLOOD = fact("plannedFirstBloodCollectionOn");
    static final Fact<?> MARROW = fact("plannedMarrowCollectionOn");
    static final Fact<?> LAST_BLOOD = fact("plannedLastBloodCollectionOn");
    static final Fact<?> ADMINISTRATION = fact("plannedAdministrationOn");

    private Known() {}

    static Fact<?> fact(String path) {
        return PROTOCOL.patientFacts().facts().stream()
                .filter(fact -> fact.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    static FactList facts(String... paths) {
        return FactList.of(Stream.of(paths).map(Known::fact).toArray(Fact<?>[]::new));
    }

    static @Nullable BigDecimal daysSinceInjury(Circumstances circumstances, Fact<?> planned) {
        var on = (LocalDate) circumstances.facts().get(planned);
        return on == null
                ? null
                : BigDecimal.valueOf(ChronoUnit.DAYS.between(
                        Objects.requireNonNull((LocalDate) circumstances.facts().get(INJURY)), on));
    }
}
