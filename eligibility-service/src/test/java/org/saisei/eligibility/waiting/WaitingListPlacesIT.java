package org.saisei.eligibility.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;
import static org.saisei.eligibility.waiting.WaitingList.everything;
import static org.saisei.eligibility.waiting.WaitingList.isListed;
import static org.saisei.eligibility.waiting.WaitingList.list;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.eligibility.facility.Registrar;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** What decides between equals, and whose place cannot be served. Looks at its own candidates among all. */
@QuarkusTest
@WithRealParts
@Tag("S-P3")
class WaitingListPlacesIT {
    private static final LocalDate INJURY = LocalDate.of(2026, 5, 1);

    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void accredited() {
        hospital = Hospital.accredited();
    }

    @Test
    void ofThoseInjuredOnTheSameDayWhoWasFirstAssessedEarlierKeepsTheirPlaceWhenAssessedAgain() {
        var day = LocalDate.of(2026, 5, 20);
        var second = candidate(INJURY, day.minusDays(3));
        var first = candidate(INJURY, day.minusDays(5));
        var third = candidate(INJURY, day.minusDays(3));
        assess(first, INJURY, day);
        assess(second, INJURY, day);

        var places = own(day, first, second, third);

        assertThat(places).extracting(place -> place.get("candidateId")).containsExactly(first, second, third);
        assertThat(places)
                .extracting(place -> place.get("firstAssessedOn"))
                .containsExactly("2026-05-15", "2026-05-17", "2026-05-17");
    }

    @Test
    void thePagesOfThoseInjuredOnTheSameDayAreTheWholeList() {
        var day = LocalDate.of(2026, 10, 1);
        for (var i = 0; i < 5; i++) {
            candidate(day.minusDays(9), day.minusDays(i / 2));
        }

        assertThat(everything(Tokens.registrar(), day, 1)).isEqualTo(everything(Tokens.registrar(), day, 200));
    }

    @Test
    void whoeverWasInjuredOnAnUnknownDayIsTheLastOfTheirGroup() {
        var day = LocalDate.of(2026, 5, 22);
        var unknown = hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(with(WaitingList.facts("A", INJURY, day), "injuryDate", null)),
                                "assessedOn",
                                day.toString()))
                .<String>path("candidateId");
        var known = candidate(INJURY, day);

        var places = own(day, unknown, known);

        assertThat(places).extracting(place -> place.get("candidateId")).containsExactly(known, unknown);
        assertThat(WaitingList.codes(places.getLast())).contains("DAYS_SINCE_INJURY_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INELIGIBLE", "NOT_RECOMMENDED"})
    void whoeverIsFoundUnfitBeforeTheAdministrationLeavesUntilAssessedAnew(String decision) {
        var day = LocalDate.of(2026, 5, 14);
        var candidate = candidate(INJURY, day);
        var unfit = decision.equals("INELIGIBLE") ? with(Map.of(), "ais", ais("D", "2026-05-16")) : infected();

        beforeAdministration(candidate, LocalDate.of(2026, 5, 16), unfit, decision);

        assertThat(isListed(candidate, LocalDate.of(2026, 5, 15))).isTrue();
        assertThat(isListed(candidate, LocalDate.of(2026, 5, 16))).isFalse();

        assess(candidate, INJURY, LocalDate.of(2026, 5, 18));

        assertThat(isListed(candidate, LocalDate.of(2026, 5, 17))).isFalse();
        assertThat(isListed(candidate, LocalDate.of(2026, 5, 18))).isTrue();
    }

    @Test
    void onlyTheNewestAssessmentBeforeTheAdministrationCounts() {
        var candidate = candidate(INJURY, LocalDate.of(2026, 5, 14));
        var day = LocalDate.of(2026, 5, 16);

        beforeAdministration(candidate, day, infected(), "NOT_RECOMMENDED");
        beforeAdministration(candidate, day.plusDays(1), Map.of(), "ELIGIBLE");

        assertThat(isListed(candidate, day)).isFalse();
        assertThat(isListed(candidate, day.plusDays(1))).isTrue();
    }

    @Test
    void nobodyHasAPlaceWhileTheirFacilityMayNotTreat() {
        var registrar = new Registrar(hospital);
        var day = LocalDate.of(2026, 5, 10);
        var waiting = candidate(INJURY, day);
        var length = length(day.plusDays(5));
        registrar.suspend("2026-05-15").then().statusCode(201);
        registrar.resume("2026-05-18").then().statusCode(201);
        registrar.withdraw("2026-05-25").then().statusCode(201);

        assertThat(isListed(waiting, LocalDate.of(2026, 5, 14))).isTrue();
        assertThat(isListed(waiting, LocalDate.of(2026, 5, 15))).isFalse();
        assertThat(length(day.plusDays(5))).isEqualTo(length - 1);
        assertThat(isListed(waiting, LocalDate.of(2026, 5, 17))).isFalse();
        assertThat(isListed(waiting, LocalDate.of(2026, 5, 18))).isTrue();
        assertThat(isListed(waiting, LocalDate.of(2026, 5, 25))).isFalse();
    }

    @Test
    void theListShowsTheParametersThatItGoesBy() {
        var answer = list(Tokens.registrar(), "&on=2026-05-11");

        assertThat(answer.<Map<String, Object>>path("parameters"))
                .containsOnlyKeys("initialSupplyRanking", "waitingListDays", "marrowCollectionGuideDays")
                .containsEntry("marrowCollectionGuideDays", 31);
    }

    private String candidate(LocalDate injury, LocalDate assessedOn) {
        return WaitingList.assess(hospital, null, "A", injury, assessedOn);
    }

    private void assess(String candidate, LocalDate injury, LocalDate assessedOn) {
        WaitingList.assess(hospital, candidate, "A", injury, assessedOn);
    }

    private static Map<String, Object> infected() {
        return with(Map.of(), "infection", true);
    }

    /** Of a candidate assessed for the plan on 2026-05-14. */
    private void beforeAdministration(String candidate, LocalDate on, Map<String, Object> otherwise, String decision) {
        var stated = Map.of("affirmed", true, "statedOn", "2026-05-15");
        var facts = with(
                WaitingList.facts("A", INJURY, LocalDate.of(2026, 5, 14)),
                "ais",
                ais("A", on.toString()),
                "firstCollectionOn",
                "2026-05-15",
                "plannedMarrowCollectionOn",
                null,
                "plannedLastBloodCollectionOn",
                null,
                "plannedAdministrationOn",
                on.plusDays(1).toString(),
                "materialsRead",
                stated,
                "clinicalNecessityWeighed",
                stated,
                "judgedAppropriate",
                stated);
        for (var fact : otherwise.entrySet()) {
            facts.put(fact.getKey(), fact.getValue());
        }
        var answer = hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "candidateId",
                        candidate,
                        "stage",
                        "PRE_ADMINISTRATION",
                        "assessedOn",
                        on.toString()));
        assertThat(answer.<String>path("decision")).as(answer.asString()).isEqualTo(decision);
    }

    private static int length(LocalDate on) {
        return list(Tokens.registrar(), "&on=" + on).path("length");
    }

    private static List<Map<String, Object>> own(LocalDate on, String... candidates) {
        var places = everything(Tokens.registrar(), on, 200).stream()
                .filter(place -> List.of(candidates).contains(place.get("candidateId")))
                .toList();
        assertThat(places).hasSize(candidates.length);
        return places;
    }
}
