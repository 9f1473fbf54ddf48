package org.saisei.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds {@code asyncapi.yaml}, which readers outside go by, to {@code topics.json}, which the services go by. */
class AsyncApiTest {

    @Test
    void listsExactlyTheTopicsWithTheirTypesKeysAndPartitions() {
        assertThat(differences(Contracts.asyncApi())).isEmpty();
    }

    @Test
    void aMissingTopicIsNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.path("channels")).remove("safetyCases");

        assertThat(differences(document)).contains("topics without a channel: [saisei.safety.cases]");
    }

    @Test
    void aChannelThatIsNoTopicIsNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.path("channels")).putObject("extra").put("address", "saisei.extra");

        assertThat(differences(document)).contains("no such topic: saisei.extra");
    }

    @Test
    void otherPartitionsAreNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.at("/channels/safetyCases/bindings/kafka")).put("partitions", 12);

        assertThat(differences(document)).containsExactly("saisei.safety.cases: partitions");
    }

    @Test
    void aMissingMessageIsNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.at("/channels/safetyCases/messages")).remove("safetyCaseLinkedV1");

        assertThat(differences(document)).containsExactly("saisei.safety.cases: types");
    }

    @Test
    void aMessageWithAnotherTypesPayloadIsNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.at("/components/messages/safetyCaseLinkedV1/payload"))
                .put("$ref", "./saisei.safety.case-reported.v1.schema.json");

        assertThat(differences(document)).containsExactly("saisei.safety.case-linked.v1: payload");
    }

    @Test
    void aMessageWithoutTheCloudEventHeadersIsNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.at("/components/messages/safetyCaseLinkedV1")).remove("traits");

        assertThat(differences(document)).containsExactly("saisei.safety.case-linked.v1: headers");
    }

    @Test
    void aTopicWithoutASenderIsNoticed() {
        ObjectNode document = (ObjectNode) Contracts.asyncApi();
        ((ObjectNode) document.path("operations")).remove("adverseEventSendsSafetyCases");

        assertThat(differences(document)).containsExactly("saisei.safety.cases: senders 0");
    }

    private static List<String> differences(JsonNode document) {
        List<String> found = new ArrayList<>();
        Map<String, Contracts.Topic> open = new TreeMap<>();
        Contracts.topics().forEach(topic -> open.put(topic.name(), topic));
        document.path("channels").properties().forEach(channel -> {
            String address = channel.getValue().path("address").asText();
            Contracts.Topic topic = open.remove(address);
            if (topic == null) {
                found.add("no such topic: " + address);
            } else {
                compare(document, channel.getKey(), channel.getValue(), topic, found);
            }
        });
        if (!open.isEmpty()) {
            found.add("topics without a channel: " + open.keySet());
        }
        return found;
    }

    private static void compare(
            JsonNode document, String channelId, JsonNode channel, Contracts.Topic topic, List<String> found) {
        JsonNode binding = channel.at("/bindings/kafka");
        if (!binding.path("topic").asText().equals(topic.name())) {
            found.add(topic.name() + ": bound topic");
        }
        if (binding.path("partitions").asInt() != Contracts.partitions()) {
            found.add(topic.name() + ": partitions");
        }
        Set<String> types = new HashSet<>();
        for (JsonNode reference : channel.path("messages")) {
            JsonNode message = document.at(reference.path("$ref").asText().substring(1));
            types.add(message.path("name").asText());
            compareMessage(document, message, topic, found);
        }
        if (!types.equals(new HashSet<>(topic.types()))) {
            found.add(topic.name() + ": types");
        }
        int senders = 0;
        for (JsonNode operation : document.path("operations")) {
            boolean here = operation.at("/channel/$ref").asText().equals("#/channels/" + channelId);
            if (here && operation.path("action").asText().equals("send")) {
                senders++;
            }
        }
        if (senders != 1) {
            found.add(topic.name() + ": senders " + senders);
        }
    }

    private static void compareMessage(JsonNode document, JsonNode message, Contracts.Topic topic, List<String> found) {
        String type = message.path("name").asText();
        String file = "./" + type + ".schema.json";
        if (!message.at("/payload/$ref").asText().equals(file)) {
            found.add(type + ": payload");
        }
        if (!message.at("/bindings/kafka/key/$ref").asText().equals(file + "#/properties/" + topic.key())) {
            found.add(type + ": key");
        }
        JsonNode trait = document.at(message.at("/traits/0/$ref").asText("#").substring(1));
        if (!trait.at("/headers/$ref").asText().equals("./event-headers.json")) {
            found.add(type + ": headers");
        }
    }
}
