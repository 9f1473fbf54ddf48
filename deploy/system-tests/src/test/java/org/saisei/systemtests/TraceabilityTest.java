package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceabilityTest {

    @Test
    void everyClaimedRuleHasATestThroughHttpOrEvents() {
        assertThat(Traceability.of(Repository.root()).problems()).isEmpty();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        Path page = Repository.root().resolve(Traceability.PAGE);
        String expected = Traceability.of(Repository.root()).page();

        if (Boolean.getBoolean("saisei.traceability.write")) {
            Files.writeString(page, expected);
        }

        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("%s; its second paragraph says how to rewrite it", Traceability.PAGE)
                .isEqualTo(expected);
    }

    /** Catches a mistyped id, where the pages that list the rules are at hand. */
    @Test
    void everyRuleNamedStandsInThePagesThatListTheRules() throws IOException {
        String reference = System.getProperty("saisei.reference", "");
        assumeThat(reference)
                .as("no folder with reference data is given by -Dsaisei.reference")
                .isNotEmpty();
        Set<String> known = new TreeSet<>();
        try (var pages =
                Files.newDirectoryStream(Repository.root().resolve(reference).resolve("domain"), "*.md")) {
            for (Path page : pages) {
                Matcher row = Pattern.compile("(?m)^\\| (" + RuleTag.RULE_ID + ") \\|")
                        .matcher(Files.readString(page));
                while (row.find()) {
                    known.add(row.group(1));
                }
            }
        }

        assertThat(known).contains("S-F1.6", "V-E1");
        assertThat(known).containsAll(Traceability.of(Repository.root()).rulesNamedByTests());
        assertThat(known).containsAll(Traceability.of(Repository.root()).claims());
    }

    @Nested
    class OnAPlantedTree {
        @TempDir
        @SuppressWarnings("NullAway.Init")
        Path tree;

        @BeforeEach
        void claimOneRule() throws IOException {
            write("docs/rules-done.txt", "S-P5\n");
        }

        @Test
        void aClaimWithoutATestIsAProblem() {
            assertThat(Traceability.of(tree).problems())
                    .containsExactly(
                            "S-P5 is claimed in docs/rules-done.txt but no *IT or *E2E test is tagged with it");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class AssessIT { @Tag(\"S-P5\") @Test void refuses() {} }",
                    "class AssessIT { @Test @Tag(\"S-P2\") @Tag(\"S-P5\") void refuses() {} }",
                    "class AssessIT { @Tags({@Tag(\"S-P2\"), @Tag(\"S-P5\")}) @ParameterizedTest void refuses() {} }",
                    "class AssessIT { @org.junit.jupiter.api.Tag(value = \"S-P5\") @Test void refuses() {} }",
                    "@Tag(\"S-P5\") class AssessIT { @Test void refuses() {} }",
                    "@Tag(\"S-P5\") class AssessIT { @Nested class Inner { @Test void refuses() {} } }",
                })
        void aTagOnATestThroughHttpShowsTheRule(String source) throws IOException {
            write("eligibility-service/src/test/java/org/saisei/AssessIT.java", source);

            assertThat(Traceability.of(tree).problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class AssessIT { /* @Tag(\"S-P5\") */ @Test void refuses() {} }",
                    "class AssessIT { // @Tag(\"S-P5\") @Test void refuses() {}\n }",
                    "class AssessIT { String s = \"@Tag(\\\"S-P5\\\")\"; @Test void refuses() {} }",
                    "class AssessIT { @Tag(\"S-P5\") void helper() {} }",
                    "@Tag(\"S-P5\") class AssessIT { void helper() {} }",
                    "class AssessIT { @Disabled @Tag(\"S-P5\") @Test void refuses() {} }",
                    "@Disabled class AssessIT { @Tag(\"S-P5\") @Test void refuses() {} }",
                    "class AssessIT { @Tag(\"S-P50\") @Test void refuses() {} }",
                    "class AssessIT { @DisplayName(\"S-P5\") @Test void refuses() {} }",
                })
        void whatIsNoRunningTestTaggedWithTheRuleDoesNotShowIt(String source) throws IOException {
            write("eligibility-service/src/test/java/org/saisei/AssessIT.java", source);

            assertThat(Traceability.of(tree).problems()).hasSize(1);
        }

        @Test
        void aTestOfPlainJavaAloneDoesNotShowIt() throws IOException {
            write(
                    "eligibility-service/src/test/java/org/saisei/AssessTest.java",
                    "class AssessTest { @Tag(\"S-P5\") @Test void refuses() {} }");

            assertThat(Traceability.of(tree).problems()).hasSize(1);
            assertThat(Traceability.of(tree).page())
                    .contains("## S-P5\n\n- *inside* `AssessTest.refuses` (eligibility-service)\n");
        }

        @Test
        void aBuildFolderDoesNotCount() throws IOException {
            write(
                    "eligibility-service/target/src/test/java/AssessIT.java",
                    "class AssessIT { @Tag(\"S-P5\") @Test void refuses() {} }");

            assertThat(Traceability.of(tree).problems()).hasSize(1);
        }

        @Test
        void aClaimThatIsNoRuleIdOrStandsTwiceIsAProblem() throws IOException {
            write("docs/rules-done.txt", "S-P5\nSP5\nS-P5\n");
            write(
                    "deploy/system-tests/src/test/java/JourneyE2E.java",
                    "class JourneyE2E { @Tag(\"S-P5\") @Test void refuses() {} }");

            assertThat(Traceability.of(tree).problems())
                    .containsExactly("'SP5' in docs/rules-done.txt is no rule id", "S-P5 is claimed twice");
        }

        @Test
        void thePageGroupsTestsByRuleInCountingOrderAndMarksWhatIsNotClaimed() throws IOException {
            write(
                    "eligibility-service/src/test/java/org/saisei/AssessIT.java",
                    "@Tag(\"S-P10\") class AssessIT { @Tag(\"S-P5\") @Test void refuses() {} @Test void warns() {} }");
            write(
                    "deploy/system-tests/src/test/java/org/saisei/JourneyE2E.java",
                    "class JourneyE2E { @Tag(\"S-P5\") @Test void goesThrough() {} }");

            assertThat(Traceability.of(tree).page()).endsWith("""

                    ## S-P5

                    - **HTTP/events** `AssessIT.refuses` (eligibility-service)
                    - **HTTP/events** `JourneyE2E.goesThrough` (deploy/system-tests)

                    ## S-P10 (not claimed)

                    - **HTTP/events** `AssessIT.refuses` (eligibility-service)
                    - **HTTP/events** `AssessIT.warns` (eligibility-service)
                    """);
        }

        private void write(String file, String text) throws IOException {
            Path path = tree.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
    }
}
