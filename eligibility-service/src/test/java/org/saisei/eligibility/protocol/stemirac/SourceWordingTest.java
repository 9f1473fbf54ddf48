package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.eligibility.protocol.CriterionInfo;

/** The Japanese wording of every criterion stands in the source, character by character. */
class SourceWordingTest {

    static java.util.List<CriterionInfo> catalogue() {
        return new Stemirac().catalogue();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theWordingIsTheSources(CriterionInfo criterion) throws IOException {
        var reference = System.getProperty("saisei.reference", "");
        var source = Path.of(reference, "seeds", "003_61de30654119ac9a.txt");
        assumeTrue(
                !reference.isBlank() && Files.exists(source),
                "skipped: the source is not here; name its folder with -Dsaisei.reference");

        // an ellipsis stands for what is left out between two quotations
        assertThat(unbroken(Files.readString(source)))
                .as(criterion.id())
                .containsSubsequence(unbroken(criterion.text().ja()).split("…"));
    }

    /** Without the line breaks and spaces of the extraction, which also lost the position of exponents. */
    private static String unbroken(String text) {
        return text.replaceAll("\\s+", "").replace('⁸', '8').replace('⁶', '6');
    }
}
