package org.saisei.eligibility.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.waiting.WaitingList.isListed;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** A candidate's number that another facility got hold of does no harm to the patient. */
@QuarkusTest
@WithRealParts
@Tag("S-P3")
class EnrolledElsewhereIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Test
    void whoeverAnotherFacilityEnrolsStaysOnTheListOfTheirOwn() {
        var waiting = WaitingList.assess(Hospital.accredited(), null, "A", TODAY.minusDays(10), TODAY.minusDays(2));
        var other = Hospital.accredited().facilityId();
        var subject = "STM-" + UUID.randomUUID().toString().substring(0, 8);

        KafkaProbe.publish(
                "saisei.registry.subjects",
                subject,
                "saisei.registry.subject-enrolled.v1",
                1,
                Map.of(
                        "subjectId", subject,
                        "facilityId", other,
                        "candidateId", waiting,
                        "protocol", "STEMIRAC",
                        "standing", "PENDING"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !Database.rows("SELECT 1 FROM candidate_standing WHERE subject_id = ?", subject)
                        .isEmpty());
        assertThat(isListed(waiting, TODAY)).isTrue();
    }
}
