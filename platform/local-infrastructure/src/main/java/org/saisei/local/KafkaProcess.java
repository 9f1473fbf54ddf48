package org.saisei.local;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** What the broker's own JVM runs: formats the storage when it is new, then serves. */
final class KafkaProcess {

    private KafkaProcess() {}

    /** Takes the path of the broker's properties and the cluster's id. */
    public static void main(String[] arguments) {
        int formatted = StorageTool.execute(
                new String[] {"format", "--config", arguments[0], "--cluster-id", arguments[1], "--ignore-formatted"},
                System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {arguments[0]});
    }
}
