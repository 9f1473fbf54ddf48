package org.saisei.planted.feature.detail;

import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Breaks "roots are plain" from a package below the root that is no adapter. */
class DetailWithKafka {
    ConsumerConfig config;
}
