package org.saisei.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRulesTest {

    @Test
    void theKitsMigrationsKeepThem() throws IOException {
        MigrationRules.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX planted ON assessment (stage);",
                "create unique index if not exists planted\n  on only assessment (stage) WHERE stage IS NOT NULL",
                "CREATE INDEX ON assessment (stage)",
                "CREATE TABLE other (a text); CREATE INDEX other_a ON other (a); CREATE INDEX planted ON assessment (a)",
                "-- CREATE TABLE assessment (a text)\n CREATE INDEX planted ON assessment (a)"
            })
    void anIndexOnATableThatIsThereBlocksItsWriters(String sql) {
        assertThat(MigrationRules.faults(sql)).singleElement().asString().contains("assessment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY planted ON assessment (stage);",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS planted ON assessment (stage)",
                "CREATE TABLE assessment (a text); CREATE INDEX ON assessment (a); CREATE INDEX b ON assessment (b)",
                "-- CREATE INDEX planted ON assessment (stage)",
                "ALTER TABLE assessment ADD COLUMN a text"
            })
    void oneThatIsBuiltConcurrentlyOrOnANewTableBlocksNobody(String sql) {
        assertThat(MigrationRules.faults(sql)).isEmpty();
    }
}
