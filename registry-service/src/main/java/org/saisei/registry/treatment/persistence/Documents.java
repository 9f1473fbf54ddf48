package org.saisei.registry.treatment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.registry.treatment.Administration;
import org.saisei.registry.treatment.Collection;
import org.saisei.registry.treatment.FactContent;
import org.saisei.registry.treatment.FactKind;
import org.saisei.registry.treatment.Product;

/** What is kept whole, as {@code jsonb}. Members added by a later version of the service are ignored when read. */
@ApplicationScoped
class Documents {
    private final ObjectMapper json;

    Documents(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }

    <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document cannot be read", e);
        }
    }

    FactContent readContent(FactKind kind, String stored) {
        return switch (kind) {
            case COLLECTION -> read(stored, new TypeReference<Collection>() {});
            case PRODUCT -> read(stored, new TypeReference<Product>() {});
            case ADMINISTRATION -> read(stored, new TypeReference<Administration>() {});
        };
    }
}
