package org.saisei.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class FacilityIT {
    private final String facility = "F-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Accreditations accreditations;

    @Test
    void theLatestAccreditationIsTheOneInForce() {
        tell(1, "ACCREDITED", null);
        tell(2, "SUSPENDED", LocalDate.of(2026, 5, 1));

        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> accreditations
                        .latest(facility, "STEMIRAC")
                        .filter(one -> one.state().equals("SUSPENDED")
                                && LocalDate.of(2026, 5, 1).equals(one.stateFrom()))
                        .isPresent());
        assertThat(accreditations.latest(facility, "VASCULAR_REGENERATION")).isEmpty();
    }

    private void tell(long sequence, String state, @Nullable LocalDate stateFrom) {
        var event = new HashMap<String, Object>();
        event.put("facilityId", facility);
        event.put("accreditationId", UUID.randomUUID().toString());
        event.put("protocol", "STEMIRAC");
        event.put("protocolVersion", "2019-02-25");
        event.put("state", state);
        if (stateFrom != null) {
            event.put("stateFrom", stateFrom.toString());
        }
        event.put("from", "2026-04-01");
        event.put("reasonCodes", List.of());
        event.put("responsiblePhysicians", List.of());
        KafkaProbe.publish(
                "saisei.eligibility.facilities",
                facility,
                "saisei.eligibility.accreditation-changed.v1",
                sequence,
                event);
    }
}
