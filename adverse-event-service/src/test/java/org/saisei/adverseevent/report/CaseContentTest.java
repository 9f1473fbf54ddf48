package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
class CaseContentTest {

    @ParameterizedTest
    @EnumSource(SeriousnessCriterion.class)
    void oneCriterionOfE2aMakesAReactionSerious(SeriousnessCriterion criterion) {
        assertThat(with(List.of(criterion)).serious()).isTrue();
    }

    @Test
    void noCriterionMeansNotSerious() {
        assertThat(with(List.of()).serious()).isFalse();
    }

    @Test
    void gradeFiveIsDeathAndSoSeriousWhetherItWasNamedOrNot() {
        assertThat(new Reaction(null, false, null, List.of(), 5).seriousness())
                .containsExactly(SeriousnessCriterion.DEATH);
        assertThat(new Reaction(null, false, null, List.of(), 4).seriousness()).isEmpty();
    }

    @Test
    void textsComeBackFromTheirBytesAsTheyWere() {
        var texts = new CaseTexts("呼吸困難 12:34\n😀", null, "P-7", "報告者: 追記", "息が 3:苦しい");

        assertThat(CaseTexts.of(texts.bytes())).isEqualTo(texts);
    }

    @Test
    void textsSealedBeforeVerbatimWasKnownAreStillRead() {
        var sealed = "4:呼吸困難-:3:P-7-:".getBytes(StandardCharsets.UTF_8);

        assertThat(CaseTexts.of(sealed)).isEqualTo(new CaseTexts("呼吸困難", null, "P-7", null, null));
    }

    @Test
    void textsDoNotPrintThemselves() {
        assertThat(new CaseTexts("secret", "secret", "secret", "secret", "secret").toString())
                .doesNotContain("secret");
    }

    private static CaseContent with(List<SeriousnessCriterion> seriousness) {
        return new CaseContent(
                null, null, null, null, List.of(), new Reaction(null, false, null, seriousness, null), null);
    }
}
