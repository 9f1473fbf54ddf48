package org.saisei.registry.enrolment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.saisei.registry.enrolment.Reason;

/** Criteria with their verdicts, as {@code jsonb}. */
@ApplicationScoped
class Reasons {
    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};
    private final ObjectMapper json;

    Reasons(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be written", e);
        }
    }

    List<Reason> read(String stored) {
        try {
            return json.readValue(stored, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons cannot be read", e);
        }
    }
}
