package org.saisei.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics as {@code contracts/topics.json} declares them; they keep their records for ever. */
final class Topics {

    private Topics() {}

    static void createMissing(Admin admin) {
        try {
            Set<String> existing = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = declared().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka's topics could not be created", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka's topics could not be created in 30 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating Kafka's topics", e);
        }
    }

    private static List<NewTopic> declared() {
        try (InputStream in =
                Objects.requireNonNull(Topics.class.getResourceAsStream("/contracts/topics.json"), "topics.json")) {
            JsonNode declaration = new ObjectMapper().readTree(in);
            int partitions = declaration.required("partitions").intValue();
            List<NewTopic> topics = new ArrayList<>();
            for (JsonNode topic : declaration.required("topics")) {
                topics.add(new NewTopic(topic.required("name").textValue(), partitions, (short) 1)
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                "-1",
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                "-1",
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE)));
            }
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/topics.json cannot be read", e);
        }
    }
}
