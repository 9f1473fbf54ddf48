package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of clients that enrol, each the next patient once it has its answer: throughput, not latency under load.
 * One thread on all connections, since the generator shares the processors with what is measured.
 *
 * <p>Takes the service's port, a file with a token for each client, the seconds, and the number of the first patient. The
 * client {@code i} of {@code n} enrols every {@code n}th from the first plus {@code i}, so that decisions can await them.
 */
final class EnrolmentLoad {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> tokens;
    private final int firstNumber;
    private final List<Double> millis = new ArrayList<>();
    private int nextNumber;
    private int refused;
    private @Nullable String firstRefusal;

    private EnrolmentLoad(List<String> tokens, int firstNumber) {
        this.tokens = tokens;
        this.firstNumber = firstNumber;
    }

    public static void main(String[] arguments) throws IOException {
        var load = new EnrolmentLoad(Files.readAllLines(Path.of(arguments[1])), Integer.parseInt(arguments[3]));
        load.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[2]));
    }

    private final class Client {
        private final SocketChannel channel;
        private final String token;
        private final ByteBuffer answer = ByteBuffer.allocate(16 * 1024);
        private int number;
        private long sentAt;

        Client(SocketChannel channel, int index) {
            this.channel = channel;
            this.token = tokens.get(index);
            this.number = firstNumber + index;
        }

        void send() throws IOException {
            var request = ByteBuffer.wrap(Enrolment.request(number, token));
            nextNumber = Math.max(nextNumber, number + 1);
            number += tokens.size();
            sentAt = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** @return whether a whole answer has come */
        boolean receive() throws IOException {
            if (channel.read(answer) < 0) {
                throw new IOException("the service closed a connection");
            }
            int head = endOfHead();
            if (head < 0) {
                return false;
            }
            var text = new String(answer.array(), 0, head, StandardCharsets.US_ASCII);
            if (answer.position() < head + contentLength(text)) {
                return false;
            }
            millis.add((System.nanoTime() - sentAt) / 1e6);
            note(Integer.parseInt(text.substring(9, 12)));
            answer.clear();
            return true;
        }

        private void note(int status) {
            if (status != CREATED) {
                refused++;
                if (firstRefusal == null) {
                    firstRefusal = new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
                }
            }
        }

        private int endOfHead() {
            byte[] bytes = answer.array();
            for (int i = 0; i + END_OF_HEAD.length <= answer.position(); i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return i + END_OF_HEAD.length;
                }
            }
            return -1;
        }
    }

    private static int contentLength(String head) {
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        if (at < 0) {
            throw new IllegalStateException("an answer without Content-Length:\n" + head);
        }
        return Integer.parseInt(head.substring(at + 15, head.indexOf('\r', at)).strip());
    }

    private void run(int port, int seconds) throws IOException {
        try (var selector = Selector.open()) {
            for (int index = 0; index < tokens.size(); index++) {
                var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Client(channel, index));
            }
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            for (var key : selector.keys()) {
                ((Client) key.attachment()).send();
            }
            int waiting = tokens.size();
            while (waiting > 0) {
                waiting -= answered(selector, end);
                if (System.nanoTime() > end + PATIENCE.toNanos()) {
                    throw new IllegalStateException(waiting + " answers did not come");
                }
            }
            print((System.nanoTime() - start) / 1e9);
        }
    }

    /** @return how many clients have stopped since the time is over */
    private int answered(Selector selector, long end) throws IOException {
        selector.select(PATIENCE.toMillis());
        int stopped = 0;
        for (var key : selector.selectedKeys()) {
            var client = (Client) key.attachment();
            if (client.receive()) {
                if (System.nanoTime() < end) {
                    client.send();
                } else {
                    stopped++;
                }
            }
        }
        selector.selectedKeys().clear();
        return stopped;
    }

    private void print(double seconds) {
        if (firstRefusal != null) {
            System.out.println(refused + " refused, the first:\n" + firstRefusal);
            System.exit(1);
        }
        var sorted = millis.stream().sorted().toList();
        System.out.println("next=" + nextNumber);
        System.out.println("answers=" + sorted.size());
        System.out.println("perSecond=" + sorted.size() / seconds);
        System.out.println("p50=" + Spread.quantile(sorted, 0.5));
        System.out.println("p99=" + Spread.quantile(sorted, 0.99));
    }
}
