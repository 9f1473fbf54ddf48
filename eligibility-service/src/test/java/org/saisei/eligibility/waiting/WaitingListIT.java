package org.saisei.eligibility.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.saisei.eligibility.Hospital.with;
import static org.saisei.eligibility.waiting.WaitingList.everything;
import static org.saisei.eligibility.waiting.WaitingList.isListed;
import static org.saisei.eligibility.waiting.WaitingList.list;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Of a list that other tests' candidates are on as well, so it looks at the order among its own. */
@QuarkusTest
@WithRealParts
@Tag("S-P3")
class WaitingListIT {
    private static final String SUBJECTS = "saisei.registry.subjects";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void accredited() {
        hospital = Hospital.accredited();
    }

    @Test
    void aisAComesFirstAndWithinAGroupWhoWasInjuredFirst() {
        var day = LocalDate.of(2026, 6, 20);
        var recentA = candidate("A", LocalDate.of(2026, 6, 12), day);
        var earlyB = candidate("B", LocalDate.of(2026, 6, 1), day);
        var lateA = candidate("A", LocalDate.of(2026, 5, 1), day);
        var earlierC = candidate("C", LocalDate.of(2026, 5, 28), day);
        var olderA = candidate("A", LocalDate.of(2026, 6, 10), day);
        var tiedB = candidate("B", LocalDate.of(2026, 6, 1), day);

        var places = own(day, lateA, olderA, recentA, earlierC, earlyB, tiedB);

        assertThat(places)
                .extracting(place -> place.get("candidateId"))
                .containsExactly(lateA, olderA, recentA, earlierC, earlyB, tiedB);
        assertThat(places).extracting(place -> place.get("daysSince")).containsExactly(50, 10, 8, 23, 19, 19);
        assertThat(places)
                .extracting(WaitingList::codes)
                .containsExactly(
                        List.of("AIS_A_FIRST", "DAYS_SINCE_INJURY", "PAST_MARROW_GUIDE"),
                        List.of("AIS_A_FIRST", "DAYS_SINCE_INJURY"),
                        List.of("AIS_A_FIRST", "DAYS_SINCE_INJURY"),
                        List.of("AIS_B_C_AFTER_A", "DAYS_SINCE_INJURY"),
                        List.of("AIS_B_C_AFTER_A", "DAYS_SINCE_INJURY"),
                        List.of("AIS_B_C_AFTER_A", "DAYS_SINCE_INJURY"));
        assertThat(places.getFirst().toString()).contains("AIS A：供給当初において優先する。受傷から 50 日。");
    }

    @Test
    void onceTheInitialSupplyPeriodIsOverOnlyTheDaysSinceInjuryCount() {
        var last = LocalDate.of(2026, 5, 20);
        initialSupply(0, last.plusDays(1));
        initialSupply(1, last.plusDays(2));
        var shorterA = candidate("A", LocalDate.of(2026, 5, 10), last);
        var longerC = candidate("C", LocalDate.of(2026, 5, 9), last);

        var during = own(last, shorterA, longerC);
        var after = own(last.plusDays(1), shorterA, longerC);

        assertThat(during).extracting(place -> place.get("candidateId")).containsExactly(shorterA, longerC);
        assertThat(after).extracting(place -> place.get("candidateId")).containsExactly(longerC, shorterA);
        assertThat(WaitingList.codes(after.getFirst())).startsWith("NO_GROUPS");
    }

    private static void initialSupply(int value, LocalDate from) {
        Database.rows("""
                INSERT INTO protocol_parameter_change (change_id, protocol, parameter, document_number, value, first_day,
                                                       reason, recorded_at)
                VALUES (gen_random_uuid(), 'STEMIRAC', 'initialSupplyRanking', gen_random_uuid()::text, ?, ?, 'test', now())
                RETURNING change_id
                """, value, from);
    }

    @Test
    void theListSaysWhichRuleRanksIt() {
        var answer = list(Tokens.registrar(), "&on=2026-06-20");

        assertThat(answer.<String>path("rule")).isEqualTo("S-P3");
        assertThat(answer.<String>path("clause")).contains("通知(3)②");
        assertThat(answer.<String>path("text.ja")).contains("優先して対応すること。");
    }

    @Test
    void aDayPastTheGuideForTheMarrowIsFlaggedFromTheDayAfterItsLast() {
        var day = LocalDate.of(2026, 6, 30);
        var within = candidate("A", day.minusDays(31), day);
        var past = candidate("A", day.minusDays(32), day);

        assertThat(own(day, past, within))
                .extracting(WaitingList::codes)
                .containsExactly(
                        List.of("AIS_A_FIRST", "DAYS_SINCE_INJURY", "PAST_MARROW_GUIDE"),
                        List.of("AIS_A_FIRST", "DAYS_SINCE_INJURY"));
    }

    @Test
    void aPlaceIsKeptThrough31DaysAfterTheAssessment() {
        var assessed = LocalDate.of(2026, 7, 3);
        var waiting = candidate("A", LocalDate.of(2026, 7, 1), assessed);

        assertThat(isListed(waiting, assessed.minusDays(1))).isFalse();
        assertThat(isListed(waiting, assessed)).isTrue();
        assertThat(isListed(waiting, assessed.plusDays(31))).isTrue();
        assertThat(isListed(waiting, assessed.plusDays(32))).isFalse();
    }

    @Test
    void aCandidateWhoIsAssessedAgainKeepsTheRankOfTheirInjury() {
        var day = LocalDate.of(2026, 7, 10);
        var first = candidate("A", LocalDate.of(2026, 7, 1), day);
        var second = candidate("A", LocalDate.of(2026, 7, 2), day);
        assess(first, "A", LocalDate.of(2026, 7, 1), day.plusDays(20));

        assertThat(own(day.plusDays(25), first, second))
                .extracting(place -> place.get("candidateId"))
                .containsExactly(first, second);
        assertThat(isListed(first, day.plusDays(51))).isTrue();
        assertThat(isListed(second, day.plusDays(51))).isFalse();
    }

    @Test
    void anAssessmentThatIsNotEligibleTakesThePlaceAwayFromItsDayOn() {
        var day = LocalDate.of(2026, 8, 10);
        var waiting = candidate("A", LocalDate.of(2026, 8, 1), day);
        assess(waiting, "D", LocalDate.of(2026, 8, 1), day.plusDays(3));

        assertThat(isListed(waiting, day.plusDays(2))).isTrue();
        assertThat(isListed(waiting, day.plusDays(3))).isFalse();
        assertThat(isListed(waiting, day.plusDays(40))).isFalse();
    }

    @Test
    void whoeverIsNotEligibleIsNotOnTheList() {
        var day = LocalDate.of(2026, 8, 20);
        var unknown = hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(with(
                                        WaitingList.facts("A", LocalDate.of(2026, 8, 1), day),
                                        "traumaticInjury",
                                        null)),
                                "assessedOn",
                                day.toString()))
                .<String>path("candidateId");

        assertThat(isListed(unknown, day)).isFalse();
        assertThat(isListed(candidate("D", LocalDate.of(2026, 8, 1), day), day)).isFalse();
        assertThat(isListed(candidate("C", LocalDate.of(2026, 8, 1), day), day)).isTrue();
    }

    @Test
    void whoeverIsEnrolledLeavesTheListAndStoodOnItBefore() {
        var waiting = candidate("A", TODAY.minusDays(10), TODAY.minusDays(2));
        assertThat(isListed(waiting, TODAY)).isTrue();

        told("subject-enrolled", 1, subject(), waiting, "PENDING");

        awaitListed(waiting, false);
        assertThat(isListed(waiting, TODAY.minusDays(1))).isTrue();
    }

    @Test
    void whoeverIsRefusedIsOnTheListAgainOnceAssessedAnew() {
        var injury = TODAY.minusDays(10);
        var waiting = candidate("A", injury, TODAY.minusDays(2));
        var subject = subject();
        told("subject-enrolled", 1, subject, waiting, "PENDING");
        told("standing-changed", 2, subject, waiting, "REFUSED");
        awaitListed(waiting, false);

        assess(waiting, "A", injury, TODAY);

        assertThat(isListed(waiting, TODAY)).isTrue();

        told("subject-enrolled", 1, subject(), waiting, "PENDING");
        awaitListed(waiting, false);
    }

    @Test
    void aHospitalSeesItsOwnWithTheirRankAmongAllAndNothingOfOthers() {
        var day = LocalDate.of(2026, 9, 10);
        var other = Hospital.accredited();
        candidate("A", LocalDate.of(2026, 9, 2), day);
        var others = WaitingList.assess(other, null, "A", LocalDate.of(2026, 9, 1), day);
        candidate("B", LocalDate.of(2026, 9, 2), day);

        var all = everything(Tokens.registrar(), day, 200);
        var mine = list(Tokens.hospital(hospital.facilityId()), "&on=" + day);
        var none = list(Tokens.hospital(Hospital.fresh().facilityId()), "&on=" + day);

        assertThat(mine.asString()).doesNotContain(others).doesNotContain(other.facilityId());
        assertThat(mine.<List<Map<String, Object>>>path("items"))
                .isEqualTo(all.stream()
                        .filter(place -> hospital.facilityId().equals(place.get("facilityId")))
                        .toList());
        assertThat(mine.<Integer>path("items[0].rank")).isGreaterThan(1);
        assertThat(mine.<Integer>path("length")).isEqualTo(all.size());
        none.then().body("items", empty());
        assertThat(none.<Integer>path("length")).isEqualTo(all.size());
    }

    @Test
    void thePagesTogetherAreTheWholeList() {
        var day = LocalDate.of(2026, 10, 10);
        for (var i = 0; i < 5; i++) {
            candidate(i % 2 == 0 ? "A" : "B", day.minusDays(i / 2), day);
        }

        var whole = everything(Tokens.registrar(), day, 200);

        assertThat(everything(Tokens.registrar(), day, 2)).isEqualTo(whole);
        assertThat(whole)
                .extracting(place -> place.get("rank"))
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, whole.size())
                        .boxed()
                        .toList());
    }

    @Test
    void readingTheListLeavesARowThatNamesWhoWasShown() {
        var day = LocalDate.of(2026, 10, 20);
        var waiting = candidate("A", LocalDate.of(2026, 10, 19), day);

        list(Tokens.hospital(hospital.facilityId()), "&on=" + day);

        assertThat(Database.rows(
                        "SELECT query FROM audit WHERE action = 'readWaitingList' AND facility_id = ? AND ? = ANY (resource_ids)",
                        hospital.facilityId(),
                        waiting))
                .hasSize(1);
    }

    private String candidate(String grade, LocalDate injury, LocalDate assessedOn) {
        return WaitingList.assess(hospital, null, grade, injury, assessedOn);
    }

    private void assess(String candidate, String grade, LocalDate injury, LocalDate assessedOn) {
        WaitingList.assess(hospital, candidate, grade, injury, assessedOn);
    }

    private static List<Map<String, Object>> own(LocalDate on, String... candidates) {
        var places = everything(Tokens.registrar(), on, 200).stream()
                .filter(place -> List.of(candidates).contains(place.get("candidateId")))
                .toList();
        assertThat(places).hasSize(candidates.length);
        return places;
    }

    private static void awaitListed(String candidate, boolean listed) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isListed(candidate, TODAY) == listed);
    }

    private static String subject() {
        return "STM-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void told(String type, int sequence, String subject, String candidate, String standing) {
        KafkaProbe.publish(
                SUBJECTS,
                subject,
                "saisei.registry." + type + ".v1",
                sequence,
                Map.of(
                        "subjectId",
                        subject,
                        "facilityId",
                        hospital.facilityId(),
                        "candidateId",
                        candidate,
                        "protocol",
                        "STEMIRAC",
                        "standing",
                        standing));
    }
}
