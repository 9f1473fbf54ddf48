package org.saisei.eligibility.assessment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameters;

/** An assessment's inputs and verdicts as documents. Passes over members that a newer replica wrote. */
@ApplicationScoped
class AssessmentJson {
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, Object>>> DOCUMENTS = new TypeReference<>() {};
    private static final TypeReference<List<Judged>> VERDICTS = new TypeReference<>() {};
    private static final TypeReference<AccreditationOnDay> ACCREDITATION = new TypeReference<>() {};
    private static final TypeReference<Parameters> PARAMETERS = new TypeReference<>() {};

    private final ObjectMapper json;

    AssessmentJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    String writeByStage(Map<String, Facts> facts) {
        var documents = new LinkedHashMap<String, Object>();
        facts.forEach((stage, known) -> documents.put(stage, known.document()));
        return write(documents);
    }

    Facts facts(String document) {
        return Facts.kept(read(document, DOCUMENT));
    }

    Map<String, Facts> factsByStage(String document) {
        var facts = new LinkedHashMap<String, Facts>();
        read(document, DOCUMENTS).forEach((stage, known) -> facts.put(stage, Facts.kept(known)));
        return facts;
    }

    AccreditationOnDay accreditation(String document) {
        return read(document, ACCREDITATION);
    }

    Parameters parameters(String document) {
        return read(document, PARAMETERS);
    }

    List<Judged> verdicts(String document) {
        return read(document, VERDICTS);
    }

    private <T> T read(String document, TypeReference<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document cannot be read", e);
        }
    }
}
