package org.saisei.adverseevent;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.test.KafkaProbe;

/** One subject's events as the registry publishes them. */
@NullUnmarked
public final class Registry {
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 100_000);
    private static final String SUBJECTS = "saisei.registry.subjects";
    private static final String TREATMENTS = "saisei.registry.treatments";

    public final String subjectId = "4%011d".formatted(NUMBERS.incrementAndGet());
    public final String candidateId;
    private final String facilityId;
    private long subjectSequence;
    private long treatmentSequence;

    public Registry(String facilityId) {
        this.facilityId = facilityId;
        this.candidateId = "K7QH2M9X%08d".formatted(NUMBERS.incrementAndGet() % 100_000_000);
    }

    public void enrolled() {
        enrolled(UUID.randomUUID(), ++subjectSequence);
    }

    /** Publishes the same enrolment once more. */
    public void enrolled(UUID eventId, long sequence) {
        var data = common();
        data.put("standing", "PENDING");
        data.put("ageYears", 54);
        data.put("sex", "MALE");
        data.put("injuryDate", "2026-04-05");
        data.put("enrolledOn", "2026-04-11");
        data.put("analysisSet", "TREATMENT");
        KafkaProbe.publish(eventId, SUBJECTS, subjectId, "saisei.registry.subject-enrolled.v1", sequence, data);
    }

    public String collected(String day) {
        var data = fact();
        data.put("kind", "PERIPHERAL_BLOOD");
        data.put("collectedOn", day);
        data.put("volumeMl", 320);
        return treatment("collection-recorded", data);
    }

    public String administered(String day) {
        var data = fact();
        data.put("lotNumber", "LOT-2026-0001");
        data.put("administeredOn", day);
        data.put("cells", 150_000_000);
        return treatment("administration-recorded", data);
    }

    public void voided(String factId, String factKind) {
        var data = common();
        data.put("factId", factId);
        data.put("factKind", factKind);
        data.put("action", "VOID");
        data.put("correctedOn", "2026-05-24");
        treatment("fact-corrected", data);
    }

    /** @param code null as the registry published it before it told codes */
    public void deviated(String ruleId, @Nullable String code, UUID deviationId) {
        var data = fact();
        data.put("deviationId", deviationId.toString());
        data.put("factKind", "ADMINISTRATION");
        data.put("ruleId", ruleId);
        data.put("code", code);
        data.put("observedOn", "2026-05-22");
        data.put("lotNumber", "LOT-2026-0009");
        treatment("deviation-recorded", data);
    }

    private String treatment(String type, Map<String, Object> data) {
        KafkaProbe.publish(TREATMENTS, subjectId, "saisei.registry." + type + ".v1", ++treatmentSequence, data);
        return (String) data.get("factId");
    }

    private Map<String, Object> fact() {
        var data = common();
        data.put("factId", UUID.randomUUID().toString());
        return data;
    }

    private Map<String, Object> common() {
        return new HashMap<>(Map.of(
                "subjectId",
                subjectId,
                "candidateId",
                candidateId,
                "facilityId",
                facilityId,
                "documentNumber",
                "DOC-1",
                "protocol",
                "STEMIRAC",
                "protocolVersion",
                "2019-02-25"));
    }
}
