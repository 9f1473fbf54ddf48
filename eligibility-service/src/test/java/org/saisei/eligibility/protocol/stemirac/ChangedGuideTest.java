package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

/** What a verdict says of the parameters that it was judged with. */
class ChangedGuideTest {
    private static final LocalDate INJURY = LocalDate.of(2026, 4, 5);

    private final Stemirac stemirac = new Stemirac();

    @Test
    void everyVerdictShowsTheValuesOfTheParametersThatItReads() {
        for (var judged : judge(Map.of())) {
            var criterion = stemirac.patientCriteria().stream()
                    .filter(read -> read.info().id().equals(judged.criterion()))
                    .findFirst()
                    .orElseThrow();
            assertThat(judged.parameters())
                    .as(judged.criterion())
                    .isEqualTo(Parameters.defaults(criterion.parameters()).values());
        }
    }

    @Test
    @Tag("S-P8")
    void aGuideThatARegistrarHasChangedIsMarkedAsOursBesideWhatTheSourceSays() {
        var judged = judge("S-P8", Map.of("marrowCollectionGuideDays", 28));

        assertThat(judged.verdict()).isEqualTo(Verdict.OUTSIDE);
        assertThat(judged.parameters()).containsOnly(Map.entry("marrowCollectionGuideDays", BigDecimal.valueOf(28)));
        assertThat(judged.ours()).isTrue();
        assertThat(note(judged).ja()).endsWith("、及びパラメータ marrowCollectionGuideDays を 28 とすること（登録管理者による変更。出典では 31）");
        assertThat(note(judged).en())
                .endsWith(", and that the parameter marrowCollectionGuideDays is 28 (changed by a registrar; the source"
                        + " says 31)");
    }

    @Test
    @Tag("S-P9")
    void eachOfSeveralChangedGuidesIsNamed() {
        var judged =
                judge("S-P9", Map.of("administrationInTrialPlanFirstDay", 30, "administrationInTrialPlanLastDay", 60));

        assertThat(note(judged).en())
                .contains("administrationInTrialPlanFirstDay is 30 (changed by a registrar; the source says 26)")
                .contains("administrationInTrialPlanLastDay is 60 (changed by a registrar; the source says 54)");
    }

    @Test
    @Tag("S-P4")
    void ofAChangedParameterThatTheSourceDoesNotNameTheDefaultIsSaidToBeOurs() {
        var judged = judge("S-P4", Map.of("childAgeYears", 18));

        assertThat(note(judged).ja()).contains("パラメータ childAgeYears を 18 とすること（登録管理者による変更。出典に値はなく、既定値は 15）");
        assertThat(note(judged).en())
                .contains("childAgeYears is 18 (changed by a registrar; the source gives no value, the default is 15)");
    }

    @Test
    @Tag("S-P8")
    void aGuideThatIsTheSourcesIsNotMarked() {
        assertThat(judge("S-P8", Map.of("childAgeYears", 18)).oursNote())
                .isEqualTo(new MarrowCollectionWithinGuide().info().ours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-P2", "S-P3", "S-P4", "S-F4p"})
    void noNoteGivesAParametersDefaultForItsValue(String criterion) {
        var entry = stemirac.criteria().stream()
                .filter(each ->
                        each.info().id().equals(criterion) && !each.parameters().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(Objects.requireNonNull(entry.info().ours()).ja())
                .contains(entry.parameters().stream()
                        .filter(Parameter::ours)
                        .map(Parameter::code)
                        .toList())
                .doesNotContain(entry.parameters().stream()
                        .map(parameter -> parameter.defaultValue().toPlainString())
                        .toList());
    }

    private Judged judge(String criterion, Map<String, Integer> changed) {
        return judge(changed).stream()
                .filter(judged -> judged.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static Text note(Judged judged) {
        return Objects.requireNonNull(judged.oursNote());
    }

    private List<Judged> judge(Map<String, Integer> changed) {
        var values = new HashMap<>(Parameters.defaults(stemirac.parameters()).values());
        changed.forEach((code, value) -> values.put(code, BigDecimal.valueOf(value)));
        var facts = Facts.kept(Map.of(
                "injuryDate", INJURY, "plannedMarrowCollectionOn", INJURY.plusDays(30), "ageYears", BigDecimal.TEN));
        return Judge.patient(
                stemirac.patientCriteria(),
                new Circumstances(
                        StemiracStage.PLANNING,
                        INJURY,
                        facts,
                        Map.of(),
                        AccreditationOnDay.none(),
                        "DR-0001",
                        new Parameters(values)));
    }
}
