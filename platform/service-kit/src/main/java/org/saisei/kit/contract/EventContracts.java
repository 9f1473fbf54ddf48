package org.saisei.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The event contracts as the build shipped them: topics, and the schema of each event type. */
@Singleton
public class EventContracts {
    private static final String FOLDER = "contracts/";

    private final ObjectMapper plain = new ObjectMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode topics = read(FOLDER + "topics.json");

    /** Partitions of every topic, and so the number of lanes; never changes. */
    public int partitions() {
        return topics.path("partitions").asInt();
    }

    public List<String> topics() {
        return topics.path("topics").findValuesAsText("name");
    }

    /** Where an event type's schema is named in {@code ce_dataschema}. */
    public static String schemaId(String type) {
        return "urn:saisei:schema:" + type;
    }

    /**
     * What is wrong with the data, one line each, without values; empty if they satisfy the type's schema.
     *
     * @throws IllegalStateException if there is no such type
     */
    public List<String> violations(String type, JsonNode data) {
        return schemas.computeIfAbsent(type, this::load).validate(data).stream()
                .map(error -> error.getInstanceLocation() + " breaks " + error.getKeyword())
                .toList();
    }

    private Schema load(String type) {
        return registry.getSchema(read(FOLDER + type + ".schema.json"));
    }

    private JsonNode read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no contract " + resource);
            }
            return plain.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
