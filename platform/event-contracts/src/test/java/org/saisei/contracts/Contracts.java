package org.saisei.contracts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the contract files as a reader outside would: from the class path, by name. */
final class Contracts {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contracts() {}

    record Topic(String name, String key, List<String> types) {}

    static int partitions() {
        return json("/contracts/topics.json").path("partitions").asInt();
    }

    static List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        for (JsonNode topic : json("/contracts/topics.json").path("topics")) {
            List<String> types = new ArrayList<>();
            topic.path("types").forEach(type -> types.add(type.asText()));
            topics.add(new Topic(topic.path("name").asText(), topic.path("key").asText(), types));
        }
        return topics;
    }

    static List<String> types() {
        return topics().stream().flatMap(topic -> topic.types().stream()).toList();
    }

    static Topic topicOf(String type) {
        return topics().stream()
                .filter(topic -> topic.types().contains(type))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode schema(String type) {
        return json("/contracts/" + type + ".schema.json");
    }

    static JsonNode example(String type) {
        return json("/contracts/" + type + ".example.json");
    }

    static JsonNode headersSchema() {
        return json("/contracts/event-headers.json");
    }

    static JsonNode asyncApi() {
        try (InputStream in = open("/contracts/asyncapi.yaml")) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with {@code instance}; formats count. */
    static List<String> errors(JsonNode schema, JsonNode instance) {
        Schema compiled = SCHEMAS.getSchema(schema);
        return compiled
                .validate(instance, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
                .toList();
    }

    static Set<String> fileNames() {
        try (var files = Files.list(Path.of(Objects.requireNonNull(Contracts.class.getResource("/contracts"))
                .toURI()))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String resource) {
        try (InputStream in = open(resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Contracts.class.getResourceAsStream(resource), resource);
    }
}
