package org.saisei.eligibility;

import static org.saisei.eligibility.Hospital.with;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a facility states of itself, in parts to put together otherwise. */
public final class FacilityStatement {
    private FacilityStatement() {}

    static Map<String, Object> complete() {
        return with(
                Map.of(), "name", "東京再生医療センター", "attestations", attestations(), "links", List.of(rehabilitationLink()));
    }

    public static Map<String, Object> rehabilitationLink() {
        return Map.of(
                "facilityId",
                "F-REHAB-01",
                "kind",
                "CONVALESCENT_REHABILITATION",
                "from",
                "2026-03-16",
                "filedOn",
                "2024-06-01");
    }

    private static List<Map<String, Object>> attestations() {
        return List.of(
                attestation("S-F1.1"),
                attestation("S-F1.2"),
                attestation("S-F1.3"),
                attestation("S-F1.4a"),
                attestation("S-F1.4b"),
                attestation("S-F1.4c"),
                attestation("S-F1.6"),
                attestation("S-F4"),
                attestation("S-F6"),
                attestation("S-F7"),
                attestation("S-F8"),
                attestation("S-F9"));
    }

    /** The statement of one requirement as {@link Hospital#facility()} makes it. */
    public static Map<String, Object> attestation(String requirement) {
        var statement = Map.<String, Object>of("requirement", requirement, "attestedOn", "2026-03-16");
        return switch (requirement) {
            case "S-F1.4a" -> with(statement, "filing", "EARLY_MOBILISATION_REHABILITATION", "filedOn", "2025-10-01");
            case "S-F1.4b", "S-F1.4c", "S-F1.5", "S-F5" -> with(statement, "filedOn", "2025-10-01");
            default -> statement;
        };
    }

    /** The facility with one of its statements taken out and others put in its place. */
    @SafeVarargs
    public static Map<String, Object> facilityWith(String requirement, Map<String, Object>... instead) {
        return with(
                complete(),
                "attestations",
                Stream.concat(
                                attestations().stream()
                                        .filter(stated -> !requirement.equals(stated.get("requirement"))),
                                Stream.of(instead))
                        .toList());
    }

    /** As the one responsible and as the one on staff for care (S-F3). */
    public static List<Map<String, Object>> placements(String from, @Nullable String to) {
        return List.of(
                with(Map.of("protocol", "STEMIRAC", "from", from), "to", to),
                with(Map.of("protocol", "STEMIRAC", "from", from, "role", "CARE"), "to", to));
    }
}
