package org.saisei.adverseevent.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class DictionaryIT {

    @Test
    void theListSaysWhatItIsAndThatItIsNotMedDra() {
        Reports.get(Tokens.hospital(Reports.FACILITY), "/dictionaries")
                .then()
                .statusCode(200)
                .body("items.dictionary", hasItem("SAISEI-TRIAL"))
                .body("items.origin", hasItem(containsString("Not MedDRA")));
    }

    @Test
    void theListHoldsEveryTermOfTableFiveAndOfTheTextBelowIt() {
        var terms = new ArrayList<String>();
        String next = null;
        do {
            var page = Reports.get(
                    Tokens.hospital(Reports.FACILITY),
                    "/dictionaries/SAISEI-TRIAL/1.0/terms?limit=7" + (next == null ? "" : "&after=" + next));
            terms.addAll(page.path("items.ja"));
            next = page.path("next");
        } while (next != null);

        assertThat(terms)
                .doesNotHaveDuplicates()
                .hasSize(23)
                .contains("紅斑", "接触皮膚炎", "筋痙縮", "薬物性肝障害", "脂漏性皮膚炎", "皮下出血", "転倒", "皮膚剥脱")
                .contains("過剰肉芽組織", "カテーテル・留置部位損傷", "貧血", "穿刺部位疼痛");
    }

    @Test
    void aCursorThatTheListNeverGaveOutIsRefused() {
        // AA is a NUL character, which PostgreSQL takes in no text
        Reports.get(Tokens.hospital(Reports.FACILITY), "/dictionaries/SAISEI-TRIAL/1.0/terms?after=AA")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query:after"));
    }

    @Test
    void aVersionThatIsNotHeldIsNotFound() {
        Reports.get(Tokens.hospital(Reports.FACILITY), "/dictionaries/SAISEI-TRIAL/9.9/terms")
                .then()
                .statusCode(404);
        Reports.get("not-a-token", "/dictionaries").then().statusCode(401);
    }
}
