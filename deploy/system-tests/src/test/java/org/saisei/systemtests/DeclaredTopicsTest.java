package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what the services read, by their {@code application.properties}, to what AsyncAPI says they receive, and the
 * README's table to the declared topics. That AsyncAPI lists these is held in event-contracts.
 */
class DeclaredTopicsTest {
    private static final Pattern README_ROW =
            Pattern.compile("(?m)^\\| `(saisei\\.[a-z.]+)` \\(`([A-Za-z]+)`\\) \\| ([^|]+) \\|");

    @Test
    void everyServiceReadsTheTopicsThatAsyncApiSaysItReceives() throws IOException {
        assertThat(Subscriptions.of(Repository.root())).isEqualTo(topicsReceivedByAsyncApi());
    }

    @Test
    void aServiceThatReadsAnotherTopicIsNoticed(@TempDir Path planted) throws IOException {
        Path resources = planted.resolve("registry-service/src/main/resources");
        Files.createDirectories(resources);
        Files.writeString(
                resources.resolve("application.properties"),
                "quarkus.application.name=registry-service\nmp.messaging.incoming.cases.topic=saisei.safety.case\n");

        assertThat(Subscriptions.of(planted)).hasToString("{registry-service=[saisei.safety.case]}");
    }

    @Test
    void theReadmeListsTheDeclaredTopicsAndTheirTypes() throws IOException {
        SortedMap<String, SortedSet<String>> declared = new TreeMap<>();
        try (InputStream in = DeclaredTopicsTest.class.getResourceAsStream("/contracts/topics.json")) {
            JsonNode topics = new ObjectMapper().readTree(Objects.requireNonNull(in));
            for (JsonNode topic : topics.path("topics")) {
                SortedSet<String> types = new TreeSet<>();
                for (JsonNode type : topic.path("types")) {
                    types.add(type.asText().split("\\.")[2]);
                }
                String key = topic.path("key").asText();
                declared.put(topic.path("name").asText() + " " + key, types);
            }
        }

        assertThat(topicsOfReadme(Files.readString(Repository.root().resolve("README.md"))))
                .isEqualTo(declared);
    }

    /** Types by topic and key, as a row has them: {@code | `topic` (`key`) | `type`, `type` | publisher |}. */
    private static SortedMap<String, SortedSet<String>> topicsOfReadme(String readme) {
        SortedMap<String, SortedSet<String>> listed = new TreeMap<>();
        Matcher row = README_ROW.matcher(readme);
        while (row.find()) {
            SortedSet<String> types = new TreeSet<>();
            for (String type : row.group(3).split(",", -1)) {
                types.add(type.strip().replace("`", ""));
            }
            listed.put(row.group(1) + " " + row.group(2), types);
        }
        return listed;
    }

    private static SortedMap<String, SortedSet<String>> topicsReceivedByAsyncApi() throws IOException {
        SortedMap<String, SortedSet<String>> received = new TreeMap<>();
        JsonNode document;
        try (InputStream in = DeclaredTopicsTest.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            document = new ObjectMapper(new YAMLFactory()).readTree(Objects.requireNonNull(in));
        }
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals("receive")) {
                String reference = operation.at("/channel/$ref").asText();
                received.computeIfAbsent(
                                operation.at("/bindings/kafka/groupId/enum/0").asText(), service -> new TreeSet<>())
                        .add(document.at(reference.substring(1)).path("address").asText());
            }
        }
        return received;
    }
}
