package org.saisei.adverseevent.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.tool.schema.Action;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class DictionaryIT {
    @Inject
    EntityManagerFactory entities;

    @Test
    void theListSaysWhatItIsAndThatItIsNotMedDra() {
        Reports.get(Tokens.hospital(Reports.FACILITY), "/dictionaries")
                .then()
                .statusCode(200)
                .body("items.dictionary", hasItem("SAISEI-TRIAL"))
                .body("items.origin", hasItem(containsString("Not MedDRA")))
                .body("items.terms", hasItem(23));
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

    @Test
    void theListsAreReadByEntitiesThatNeitherMakeTheirTablesNorWriteThem() {
        assertThat(entities.getMetamodel().getEntities())
                .extracting(EntityType::getName)
                .contains("DictionaryEntity", "TermEntity");
        assertThat(ConfigProvider.getConfig()
                        .getValue("quarkus.hibernate-orm.schema-management.strategy", String.class))
                .isEqualTo("none");
        assertThat(entities.getProperties().get("jakarta.persistence.schema-generation.database.action"))
                .isIn(null, "none", Action.NONE);
        for (var forbidden : List.of(
                "UPDATE dictionary SET origin = ''",
                "UPDATE term SET ja = ''",
                "DELETE FROM term",
                "INSERT INTO dictionary (dictionary, version, origin) VALUES ('D', '1', '')",
                "CREATE TABLE made_by_orm (id int)")) {
            assertThatThrownBy(() -> {
                        try (var connection = Database.runtime();
                                var statement = connection.createStatement()) {
                            statement.executeUpdate(forbidden);
                        }
                    })
                    .as(forbidden)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theServiceIsReadyWithItsEntities() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);

        RestAssured.given()
                .baseUri("http://localhost")
                .port(port)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }
}
