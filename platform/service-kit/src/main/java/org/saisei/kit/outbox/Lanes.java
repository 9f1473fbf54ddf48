package org.saisei.kit.outbox;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.saisei.kit.contract.EventContracts;

/** Which lane carries a key: Kafka's own partitioner, so that lane and partition are the same number. */
@Singleton
class Lanes {
    private final int count;

    Lanes(EventContracts contracts) {
        this.count = contracts.partitions();
    }

    int count() {
        return count;
    }

    int of(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
