package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class StandingIT {
    private static final String TOPIC = "saisei.registry.subjects";

    private final String subject = "STM-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatTheRegistrySaysOfACandidateIsKeptOnceInEffect() {
        var enrolled = KafkaProbe.publish(TOPIC, subject, "saisei.registry.subject-enrolled.v1", 1, with("PENDING"));
        KafkaProbe.publish(enrolled, TOPIC, subject, "saisei.registry.subject-enrolled.v1", 1, with("PENDING"));
        KafkaProbe.publish(TOPIC, subject, "saisei.registry.something-new.v1", 2, Map.of("subjectId", subject));
        KafkaProbe.publish(TOPIC, subject, "saisei.registry.standing-changed.v1", 3, with("REGISTERED"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows())
                        .extracting(row -> row.get("candidate_id") + " " + row.get("standing"))
                        .containsExactly("K7QH2M9XW4ZT0B5N REGISTERED"));
        assertThat(Database.rows("SELECT action FROM audit WHERE ? = ANY (resource_ids) AND kind = 'WRITE'", subject))
                .hasSize(2);
    }

    private List<Map<String, Object>> rows() {
        return Database.rows("SELECT candidate_id, standing FROM candidate_standing WHERE subject_id = ?", subject);
    }

    private Map<String, Object> with(String standing) {
        return Map.of(
                "subjectId",
                subject,
                "facilityId",
                "F-TOKYO-01",
                "candidateId",
                "K7QH2M9XW4ZT0B5N",
                "protocol",
                "STEMIRAC",
                "standing",
                standing);
    }
}
