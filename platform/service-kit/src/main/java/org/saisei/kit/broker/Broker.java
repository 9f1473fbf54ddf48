package org.saisei.kit.broker;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.saisei.kit.contract.EventContracts;

/** The broker as configured for the service's own events. */
@Singleton
public class Broker {
    private final Map<String, Object> kafka;
    private final EventContracts contracts;
    private final String group;

    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventContracts contracts,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
        this.kafka = kafka;
        this.contracts = contracts;
        this.group = group;
    }

    /** Where it is, as configured. */
    public String address() {
        return String.valueOf(kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /**
     * A client to be closed by the caller.
     *
     * @param patience for each of its requests
     */
    public Admin admin(Duration patience) {
        var config = known(AdminClientConfig.configNames());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        return Admin.create(config);
    }

    /**
     * A client to be closed by the caller, which sees what is committed, in no group.
     *
     * @param patience for each of its requests
     */
    public Consumer<String, byte[]> reader(Duration patience) {
        var config = known(ConsumerConfig.configNames());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        config.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        // a partition read to its end would otherwise keep those waiting that are asked about with it
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** All partitions of these topics. */
    public Set<TopicPartition> partitions(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, contracts.partitions())
                        .mapToObj(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the contracts' topics that the broker says it has not; one that we may not ask about is not among them. */
    public Set<String> missing(Admin admin, Duration patience) {
        var missing = new TreeSet<String>();
        admin.describeTopics(contracts.topics()).topicNameValues().forEach((topic, description) -> {
            try {
                get(description, patience);
            } catch (UnknownTopicOrPartitionException notThere) {
                missing.add(topic);
            } catch (TopicAuthorizationException unknown) {
                // it is not one that this service reads or writes
            }
        });
        return missing;
    }

    /** Those of the contracts' topics that are there, and that we may read. */
    public Set<String> readable(Admin admin, Duration patience) {
        var readable = new TreeSet<String>();
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        admin.describeTopics(contracts.topics(), options).topicNameValues().forEach((topic, description) -> {
            try {
                var allowed = get(description, patience).authorizedOperations();
                if (allowed == null || allowed.isEmpty() || allowed.contains(AclOperation.READ)) {
                    readable.add(topic);
                }
            } catch (UnknownTopicOrPartitionException | TopicAuthorizationException notForUs) {
                // nothing of ours stands there
            }
        });
        return readable;
    }

    /** The offsets up to which the service has acknowledged; a partition of which it has read nothing is not among them. */
    public Map<TopicPartition, Long> acknowledged(Admin admin, Duration patience) {
        var offsets = new HashMap<TopicPartition, Long>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), patience)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** @throws KafkaException if the broker does not answer in time, or with a refusal */
    public static <T> T get(KafkaFuture<T> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException kafka
                    ? kafka
                    : new KafkaException("the broker does not answer", refused.getCause());
        } catch (TimeoutException away) {
            throw new org.apache.kafka.common.errors.TimeoutException("the broker does not answer", away);
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        }
    }

    private Map<String, Object> known(Set<String> names) {
        var config = new HashMap<>(kafka);
        config.keySet().retainAll(names);
        return config;
    }
}
