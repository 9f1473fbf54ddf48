package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.protocol.CriterionInfo;

/**
 * The Japanese wording of every criterion stands in the clauses that it cites, character by character, blanks included.
 * An ellipsis leaves out words of one clause, up to the clause's end, or goes on to another clause that is cited.
 */
class SourceWordingTest {

    /** Every clause that is cited begins with these words, and ends where the next one begins; in the source's order. */
    private static final List<String[]> BEGINNINGS = List.of(
            new String[] {"保医発0225第10号(3)①ア", "ア 医師免許取得後"},
            new String[] {"保医発0225第10号(3)①イ", "イ 医師免許取得後"},
            new String[] {"通知(3)②", "② 本製品の製造原料"},
            new String[] {"", "薬生機審発 0225 第１号"},
            new String[] {"1", "1．はじめに"},
            new String[] {"効能、効果又は性能", "対象となる効能、効果又は性能："},
            new String[] {"1", "対象となる用法及び用量"},
            new String[] {"", "2．本品の特徴、作用機序"},
            new String[] {"3【試験の概要】", "【試験の概要】"},
            new String[] {"", "【有効性】"},
            new String[] {"3 表6", "【原料採取及び本品投与時の"},
            new String[] {"4", "4．施設について"},
            new String[] {"4①-1", "① -1 "},
            new String[] {"4①-1(1)", "(1) "},
            new String[] {"4①-1(2)", "(2) "},
            new String[] {"4①-1(3)", "(3) "},
            new String[] {"4①-1(4)", "(4) "},
            new String[] {"4①-1(4)a", "a 特定集中治療室"},
            new String[] {"4①-1(4)b", "b 脳血管疾患"},
            new String[] {"4①-1(4)c", "c 運動器"},
            new String[] {"4①-1(5)", "(5) "},
            new String[] {"4①-1(6)", "(6) "},
            new String[] {"4①-2", "① -2 "},
            new String[] {"表7-1", "表 7-1 治療の責任者"},
            new String[] {"表7-2の前文", "本品の投与後、回復期"},
            new String[] {"表7-2", "表 7-2 本品投与後"},
            new String[] {"4①-3", "① -3 "},
            new String[] {"4①-4", "① -4 "},
            new String[] {"4①-4（ただし書）", "（ただし、"},
            new String[] {"4①-5", "① -5 "},
            new String[] {"4②", "② 院内の"},
            new String[] {"4③", "③ 不具合"},
            new String[] {"4③-1", "③ -1 "},
            new String[] {"4③-2", "③ -2 "},
            new String[] {"4③-3", "③ -3 "},
            new String[] {"5【有効性に関する事項】①", "【有効性に関する事項】"},
            new String[] {"5【患者選択について】", "【患者選択について】"},
            new String[] {"5【患者選択について】※", "（※）"},
            new String[] {"5【患者選択について】小児患者", "また、小児患者"},
            new String[] {"5【安全性に関する事項】①", "【安全性に関する事項】"},
            new String[] {"5【安全性に関する事項】②", "② 治療前の評価"},
            new String[] {"6①", "① 添付文書等"},
            new String[] {"6②", "② 治療開始に先立ち"},
            new String[] {"6③", "③ 主な不具合"},
            new String[] {"6④", "④ 本品は自己の"});

    /** One stretch of the source, its line breaks as such and without blanks beside them. */
    private record Clause(String name, String words) {

        /** True for the clause cited, and for the words over it that it is a part of. */
        boolean isOf(String citation) {
            return !name.isEmpty() && citation.startsWith(name);
        }
    }

    private List<Clause> source = List.of();

    static List<CriterionInfo> catalogue() {
        return new Stemirac().catalogue();
    }

    @BeforeEach
    void theSource() throws IOException {
        var reference = System.getProperty("saisei.reference", "");
        var file = Path.of(reference, "seeds", "003_61de30654119ac9a.txt");
        assumeTrue(
                !reference.isBlank() && Files.exists(file),
                "skipped: the source is not here; name its folder with -Dsaisei.reference");
        source = clauses(Files.readString(file).replaceAll("\\s*\\R\\s*", "\n"));
    }

    private static List<Clause> clauses(String text) {
        var clauses = new ArrayList<Clause>();
        var from = 0;
        var name = "";
        for (var next : BEGINNINGS) {
            var at = text.indexOf(next[1], from);
            assertThat(at).as("beginning of " + next[0] + " " + next[1]).isNotNegative();
            clauses.add(new Clause(name, text.substring(from, at)));
            from = at;
            name = next[0];
        }
        clauses.add(new Clause(name, text.substring(from)));
        return List.copyOf(clauses);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theWordingIsThatOfTheClausesCited(CriterionInfo criterion) {
        assertThat(unfound(criterion.clause(), criterion.text().ja()))
                .as(criterion.id())
                .isEmpty();
    }

    @Test
    @Tag("S-D4")
    void eachClauseThatAsksForTheTrainingIsQuotedInItsOwnWords() {
        var training = new ProductTraining().info();
        var citations = training.clause().split("; ", -1);
        var quotations = training.text().ja().split("…", -1);

        assertThat(quotations).hasSameSizeAs(citations);
        for (var i = 0; i < citations.length; i++) {
            assertThat(unfound(citations[i], quotations[i])).as(citations[i]).isEmpty();
        }
    }

    /** Each is the wording of a criterion with one thing wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "骨髄液の採取は、患者の全身状態等を考慮した上で、脊髄損傷受傷後31 日以内を目安に実施する。",
                "骨髄液の採取は、患者の全身状態等を考慮した上で、脊髄損傷受傷後３１日以内を目安に実施する。",
                "脊髄損傷受傷後31日以内を目安に実施する。…骨髄液の採取は、",
                "骨髄液の採取は、…小児では、骨髄液採取後に"
            })
    void anotherBlankCharacterOrOrderOrClauseIsFoundOut(String wording) {
        assertThat(unfound("6④", wording)).isNotEmpty();
    }

    /** Those of the quotations that do not stand in the clauses cited, each where it may after the one before. */
    private List<String> unfound(String citations, String wording) {
        var cited = Arrays.stream(citations.split("; ", -1))
                .flatMap(citation -> source.stream().filter(clause -> clause.isOf(citation)))
                .distinct()
                .toList();
        var unfound = new ArrayList<String>();
        var place = Optional.<Place>empty();
        for (var quotation : wording.split("…", -1)) {
            var next = next(place, Pattern.compile(pattern(quotation)), cited);
            if (next.isEmpty()) {
                unfound.add(quotation);
            } else {
                place = next;
            }
        }
        return unfound;
    }

    /** Where a quotation ended. */
    private record Place(Clause clause, int end) {}

    /** Further on in the clause of the quotation before; else in another. */
    private static Optional<Place> next(Optional<Place> before, Pattern quotation, List<Clause> cited) {
        return before.flatMap(place -> find(quotation, place.clause(), place.end()))
                .or(() -> cited.stream()
                        .filter(clause -> before.filter(place -> place.clause().equals(clause))
                                .isEmpty())
                        .flatMap(clause -> find(quotation, clause, 0).stream())
                        .findFirst());
    }

    private static Optional<Place> find(Pattern quotation, Clause clause, int from) {
        var matcher = quotation.matcher(clause.words());
        return matcher.find(from) ? Optional.of(new Place(clause, matcher.end())) : Optional.empty();
    }

    /** A line of the source may break anywhere, and swallows a blank there; it also lost the place of its exponents. */
    private static String pattern(String quotation) {
        return quotation
                .replace('⁸', '8')
                .replace('⁶', '6')
                .codePoints()
                .mapToObj(character -> character == ' ' ? "[ \\n]" : Pattern.quote(Character.toString(character)))
                .collect(Collectors.joining("\\n?"));
    }
}
