package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    void textsComeBackFromTheirBytesAsTheyWere() {
        var texts = new CaseTexts("呼吸困難 12:34\n😀", null, "P-7", "報告者: 追記");

        assertThat(CaseTexts.of(texts.bytes())).isEqualTo(texts);
    }

    @Test
    void textsDoNotPrintThemselves() {
        assertThat(new CaseTexts("secret", "secret", "secret", "secret").toString())
                .doesNotContain("secret");
    }

    private static CaseContent with(List<SeriousnessCriterion> seriousness) {
        return new CaseContent(null, null, null, null, List.of(), new Reaction(null, null, seriousness, null), null);
    }
}
