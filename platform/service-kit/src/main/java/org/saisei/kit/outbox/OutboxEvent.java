package org.saisei.kit.outbox;

/**
 * An event to be published once the running transaction has committed.
 *
 * @param topic a topic of {@code contracts/topics.json}
 * @param key the aggregate's pseudonym; events of one key keep their order within the topic
 * @param type CloudEvents type including its version, e.g. {@code saisei.registry.subject-enrolled.v1}
 * @param data becomes the JSON value; must satisfy the type's schema in {@code contracts/}
 */
public record OutboxEvent(String topic, String key, String type, Object data) {}
