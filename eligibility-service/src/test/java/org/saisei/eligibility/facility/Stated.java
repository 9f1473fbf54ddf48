package org.saisei.eligibility.facility;

import static org.saisei.eligibility.Hospital.with;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.saisei.eligibility.Hospital;

/** What a hospital states of itself when one of its statements ends or is missing. */
final class Stated {
    private Stated() {}

    static Map<String, Object> facilityWithout(String requirement) {
        return facility(requirement, attestation -> Stream.empty());
    }

    /** @param endedOn last day on which the requirement is attested */
    static Map<String, Object> facilityUntil(String requirement, String endedOn) {
        return facility(requirement, attestation -> Stream.of(with(attestation, "endedOn", endedOn)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facility(
            String requirement, Function<Map<String, Object>, Stream<Map<String, Object>>> change) {
        var facility = Hospital.facility();
        var attestations = (List<Map<String, Object>>) Objects.requireNonNull(facility.get("attestations"));
        return with(
                facility,
                "attestations",
                attestations.stream()
                        .flatMap(attestation -> requirement.equals(attestation.get("requirement"))
                                ? change.apply(attestation)
                                : Stream.of(attestation))
                        .toList());
    }
}
