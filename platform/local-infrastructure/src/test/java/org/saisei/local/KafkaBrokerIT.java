package org.saisei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final String TOPIC = "saisei.safety.cases";

    @Test
    void keepsTransactionalRecordsWhenKilledAndStartedAgain(@TempDir Path folder) throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
            broker.createTopics();
            try (KafkaProducer<String, String> producer = producer(broker, "before")) {
                send(producer, "first");
            }

            broker.kill();
            broker.restart();
            try (KafkaProducer<String, String> producer = producer(broker, "after")) {
                send(producer, "second");
            }

            assertThat(values(broker)).containsExactly("first", "second");
        }
    }

    @Test
    void declaresEveryTopicOfTheContractsOnce(@TempDir Path folder) throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
            broker.createTopics();
            broker.createTopics();

            try (Admin admin = broker.admin()) {
                Map<String, TopicDescription> topics = admin.describeTopics(
                                List.of("saisei.eligibility.facilities", "saisei.registry.subjects", TOPIC))
                        .allTopicNames()
                        .get(10, TimeUnit.SECONDS);
                assertThat(topics.values())
                        .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(24));
            }
        }
    }

    @Test
    void answersNobodyWhileFrozenAndEverybodyOnceThawed(@TempDir Path folder) throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0);
                Admin admin = broker.admin()) {
            broker.freeze();
            assertThatThrownBy(() -> admin.listTopics().names().get(1, TimeUnit.SECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            broker.thaw();
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void sendsWhoeverComesThroughAProxyBackToThatProxy(@TempDir Path folder) throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                KafkaBroker broker = KafkaBroker.startBehind(folder, 0, List.of(proxy.getLocalPort()));
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", "127.0.0.1:" + broker.portBehind(proxy.getLocalPort())))) {
            proxy.setSoTimeout(20_000);

            admin.listTopics();

            try (Socket sentThere = proxy.accept()) {
                assertThat(sentThere.isConnected()).isTrue();
            }
            admin.close(Duration.ZERO);
        }
    }

    private static KafkaProducer<String, String> producer(KafkaBroker broker, String transactionalId) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactionalId),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static void send(KafkaProducer<String, String> producer, String value) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, 0, "key", value));
        producer.commitTransaction();
    }

    private static List<String> values(KafkaBroker broker) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new java.util.ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < 2 && System.nanoTime() < deadline) {
                ConsumerRecords<String, String> polled = consumer.poll(Duration.ofMillis(200));
                polled.forEach(message -> values.add(message.value()));
            }
            return values;
        }
    }
}
