package org.saisei.registry.identity.http;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
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
