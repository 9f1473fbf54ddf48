package org.saisei.eligibility.waiting;

import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Tokens;

/** STEMIRAC's waiting list, and how one gets onto it. */
final class WaitingList {
    private WaitingList() {}

    /** @return the candidate's id */
    static String assess(
            Hospital hospital, @Nullable String candidate, String grade, LocalDate injury, LocalDate assessedOn) {
        var answer = hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts(grade, injury, assessedOn)),
                        "candidateId",
                        candidate,
                        "assessedOn",
                        assessedOn.toString()));
        answer.then().statusCode(201);
        return answer.path("candidateId");
    }

    /** What makes a candidate eligible at PLANNING, moved to the days given. */
    static Map<String, Object> facts(String grade, LocalDate injury, LocalDate assessedOn) {
        return with(
                Hospital.facts(),
                "injuryDate",
                injury.toString(),
                "ais",
                ais(grade, assessedOn.toString()),
                "consent",
                Map.of(
                        "explainedOn", assessedOn.toString(),
                        "given", true,
                        "consentedOn", assessedOn.toString(),
                        "teamToldOn", assessedOn.toString()),
                "plannedFirstBloodCollectionOn",
                assessedOn.plusDays(1).toString(),
                "plannedMarrowCollectionOn",
                assessedOn.plusDays(5).toString(),
                "plannedLastBloodCollectionOn",
                assessedOn.plusDays(9).toString(),
                "plannedAdministrationOn",
                assessedOn.plusDays(30).toString());
    }

    static Response list(String token, String query) {
        var answer = Hospital.as(token).get("/waiting-list?protocol=STEMIRAC" + query);
        answer.then().statusCode(200);
        return answer;
    }

    /** Every place, page by page. */
    static List<Map<String, Object>> everything(String token, LocalDate on, int limit) {
        var places = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var page = list(token, "&on=" + on + "&limit=" + limit + (after == null ? "" : "&after=" + after));
            places.addAll(page.path("items"));
            after = page.path("next");
        } while (after != null);
        return places;
    }

    static boolean isListed(String candidate, LocalDate on) {
        return everything(Tokens.registrar(), on, 200).stream()
                .anyMatch(place -> candidate.equals(place.get("candidateId")));
    }

    /** The codes of why a place is that one. */
    static List<String> codes(Map<String, Object> place) {
        return place.get("reason") instanceof Map<?, ?> reason && reason.get("codes") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }
}
