package org.saisei.eligibility.toy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** The criteria as data and as a page to print; the toy's second version has texts that would break a careless page. */
@QuarkusTest
@WithRealParts
class CriteriaIT {
    private static final String CRITERIA = "/protocols/TOY/criteria";

    private final Hospital hospital = Hospital.fresh();

    @BeforeEach
    void aChangedParameter() throws Exception {
        Toys.forgetChanges();
        Toys.change(hospital, 4, "2026-09-10").then().statusCode(201);
    }

    @Test
    void eachCriterionNamesItsParametersWithDefaultAndValueInForce() {
        hospital.get(CRITERIA + "?on=2026-09-10")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("on", equalTo("2026-09-10"))
                .body("effectiveFrom", equalTo("2026-08-01"))
                .body("items.criterion", contains("T-P0", "T-P2"))
                .body("items[0].parameters", empty())
                .body("items[1].parameters.code", contains("mostHoles"))
                .body("items[1].parameters[0].value", equalTo(4))
                .body("items[1].parameters[0].defaultValue", equalTo(2))
                .body("items[1].parameters[0].since", equalTo("2026-09-10"))
                .body("items[1].oursNote.ja", equalTo("上限は独自、及びパラメータ mostHoles を 4 とすること（登録管理者による変更。出典に値はなく、既定値は 2）"));
        hospital.get(CRITERIA + "?on=2026-09-09")
                .then()
                .body("items[1].parameters[0].value", equalTo(2))
                .body("items[1].oursNote.ja", equalTo("上限は独自"));
    }

    @Test
    void aPageToPrintIsServedToThoseWhoAskForHtml() {
        var page = page("?on=2026-09-10", "text/html");

        page.then().statusCode(200).contentType(startsWith("text/html")).header("Vary", containsString("Accept"));
        assertThat(page.contentType()).containsIgnoringCase("charset=UTF-8");
        assertThat(page.asString())
                .startsWith("<!DOCTYPE html>")
                .contains("歯の治療", "Treatment of a tooth", "2026-08-01", "2026-09-10", "試験用", "made up for tests")
                .contains("T-P0", "T-P2", "上限は独自", "/facts/tooth/holes", "4 holes", "着席")
                .containsSubsequence("認定された椅子", "穴の数");
    }

    @Test
    void textsAreEscapedAndNothingIsFetchedOrRun() throws Exception {
        var page = page("?on=2026-09-10", "text/html");

        assertThat(page.asString())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "There are few holes &amp; &quot;no&quot; &lt;b&gt;more&lt;/b&gt;")
                .doesNotContain("<script", "<b>more", "src=", "href=", "url(", "@import", "style=\"");
        var style = page.asString().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .contains("style-src 'sha256-" + hash + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void thePageIsInOneLanguageWhereOneIsAskedFor() {
        assertThat(page("?lang=ja", "text/html").asString())
                .contains("<html lang=\"ja\">", "認定された椅子")
                .doesNotContain("The chair is accredited", "Treatment of a tooth");
        assertThat(page("?lang=en", "text/html").asString())
                .contains("<html lang=\"en\">", "The chair is accredited")
                .doesNotContain("認定された椅子", "歯の治療");
        page("?lang=fr", "text/html").then().statusCode(400).body("errors.pointer", contains("query:lang"));
    }

    @Test
    void jsonIsWhatOthersGetAndWhatIsNeitherIsRefused() {
        page("", "*/*").then().contentType("application/json");
        page("", "text/html;q=0.5, application/json").then().contentType("application/json");
        page("", "text/html, application/xhtml+xml, */*;q=0.8").then().contentType(startsWith("text/html"));
        page("", "image/png").then().statusCode(406);
        page("", "text/html;q=").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void thePageAsksForATokenToo() {
        given().header("Accept", "text/html").get(CRITERIA).then().statusCode(401);
    }

    private Response page(String query, String accept) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital.facilityId()))
                .header("Accept", accept)
                .get(CRITERIA + query);
    }
}
