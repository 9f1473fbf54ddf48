package org.saisei.adverseevent.report.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import org.saisei.adverseevent.report.CaseContent;

/**
 * A case's coded content as the document it is kept as. Members that a later release added are passed over, those that an
 * earlier one did not know are absent.
 */
@Singleton
class ContentJson {
    private final ObjectMapper json;
    private final ObjectReader reader;

    ContentJson(ObjectMapper json) {
        this.json = json;
        this.reader = json.readerFor(CaseContent.class)
                .without(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    String write(CaseContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case's content cannot be written", e);
        }
    }

    CaseContent read(String document) {
        try {
            return reader.readValue(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored case's content cannot be read", e);
        }
    }
}
