package org.saisei.registry.identity.http;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Page;
import org.saisei.registry.enrolment.Standing;
import org.saisei.registry.identity.MaskedComparison;

@Schema(name = "SuspectedDuplicate", description = "Two enrolments that are perhaps the same patient's")
record SuspectedDuplicateAnswer(
        String subjectId,
        String otherSubjectId,
        String facilityId,

        @Schema(description = "the facility that enrolled otherSubjectId")
        String otherFacilityId,

        Standing.Code standing,
        Standing.Code otherStanding,

        @Nullable
        @Schema(description = "day in Japan on which the identity of subjectId was erased; absent if it was not")
        LocalDate erasedOn,

        @Nullable
        @Schema(description = "day in Japan on which the identity of otherSubjectId was erased; absent if it was not")
        LocalDate otherErasedOn,

        @Schema(description = "empty where one of the two is erased")
        List<Compared> comparison) {

    static final String EXAMPLE = """
            {
              "items": [
                {
                  "subjectId": "401273651826",
                  "otherSubjectId": "730918264551",
                  "facilityId": "F-TOKYO-01",
                  "otherFacilityId": "F-OSAKA-02",
                  "standing": "REGISTERED",
                  "otherStanding": "PENDING",
                  "erasedOn": null,
                  "otherErasedOn": null,
                  "comparison": [
                    {"particular": "NAME_KANJI", "one": "見＊＊＊", "other": "見＊＊＊", "likeness": "DIFFERENT"},
                    {"particular": "NAME_KANA", "one": "ミ＊＊＊", "other": "み＊＊＊", "likeness": "EQUAL_AFTER_LEVELLING"},
                    {"particular": "BIRTH_DATE", "one": "1971-＊＊-＊＊", "other": "1971-＊＊-＊＊", "likeness": "EQUAL"},
                    {"particular": "RECORD_NUMBER", "one": "＊＊＊01", "other": "＊＊＊42", "likeness": "DIFFERENT"}
                  ]
                }
              ],
              "next": null
            }
            """;

    /** A page as {@link Page} is written, for the API's description. */
    @Schema(name = "SuspectedDuplicatePage")
    record InPage(
            List<SuspectedDuplicateAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @Schema(name = "MaskedComparison")
    record Compared(
            MaskedComparison.Particular particular,

            @Schema(description = "masked") String one,

            @Schema(description = "masked") String other,

            @Schema(
                    description =
                            "of the whole values: EQUAL; EQUAL_AFTER_LEVELLING of width, hiragana or katakana, spaces"
                                    + " and case; DIFFERENT")
            MaskedComparison.Likeness likeness) {

        static Compared of(MaskedComparison compared) {
            return new Compared(compared.particular(), compared.one(), compared.other(), compared.likeness());
        }
    }
}
