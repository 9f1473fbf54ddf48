package org.saisei.systemtests.chaos.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private ServerSocket server;
    private Proxy proxy;
    private final AnswerCut answers = new AnswerCut();

    @BeforeEach
    void anEchoBehindAProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var connection = server.accept();
                    Thread.ofVirtual().start(() -> echo(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        proxy = new Proxy(answers).forwardTo(server.getLocalPort());
    }

    @AfterEach
    void closed() throws IOException {
        proxy.close();
        server.close();
    }

    private static void echo(Socket connection) {
        try (connection) {
            connection.getInputStream().transferTo(connection.getOutputStream());
        } catch (IOException gone) {
            // the test is over, or has cut it
        }
    }

    @Test
    void whatIsSentArrivesUnchanged() throws IOException {
        try (var client = client()) {
            assertThat(echoed(client, "hello")).isEqualTo("hello");
            assertThat(proxy.portsAtServer()).hasSize(1);
        }

        await().untilAsserted(() -> assertThat(proxy.portsAtServer()).isEmpty());
    }

    @Test
    void aCutEndsWhatIsOpenAndNotWhatComesAfterwards() throws IOException {
        try (var client = client()) {
            echoed(client, "hello");

            assertThat(proxy.cut()).isEqualTo(1);

            assertThatThrownBy(() -> echoed(client, "again")).isInstanceOf(IOException.class);
        }
        try (var client = client()) {
            assertThat(echoed(client, "anew")).isEqualTo("anew");
        }
    }

    @Test
    void whoeverIsRefusedFindsTheConnectionResetUntilTheyAreTakenAgain() throws IOException {
        proxy.refuse();
        assertThatThrownBy(() -> {
                    try (var client = client()) {
                        echoed(client, "hello");
                    }
                })
                .isInstanceOf(IOException.class);

        proxy.takeAgain();

        try (var client = client()) {
            assertThat(echoed(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void whatIsSentWhileItIsFrozenArrivesOnceItIsThawed() throws IOException {
        try (var client = client()) {
            echoed(client, "hello");
            proxy.freeze();
            client.setSoTimeout(200);
            assertThatThrownBy(() -> echoed(client, "again")).isInstanceOf(SocketTimeoutException.class);

            proxy.thaw();

            client.setSoTimeout(5_000);
            assertThat(read(client, "again".length())).isEqualTo("again");
        }
    }

    @Test
    void anAnswerToAChangeIsCutAsOftenAsAskedForAndOneToAReaderIsNot() throws IOException {
        answers.arm(1);
        try (var reader = client()) {
            echoed(reader, "GET /cases");
            assertThat(echoed(reader, "HTTP/1.1 200")).isEqualTo("HTTP/1.1 200");
        }
        try (var refused = client()) {
            echoed(refused, "POST /cases");
            assertThat(echoed(refused, "HTTP/1.1 409")).isEqualTo("HTTP/1.1 409");
        }
        try (var writer = client()) {
            echoed(writer, "POST /cases");
            assertThatThrownBy(() -> echoed(writer, "HTTP/1.1 201")).isInstanceOf(IOException.class);
        }
        try (var next = client()) {
            echoed(next, "POST /cases");
            assertThat(echoed(next, "HTTP/1.1 201")).isEqualTo("HTTP/1.1 201");
        }

        assertThat(answers.disarm()).isEqualTo(1);
    }

    private Socket client() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(5_000);
        return client;
    }

    private static String echoed(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return read(client, text.length());
    }

    private static String read(Socket client, int length) throws IOException {
        var read = client.getInputStream().readNBytes(length);
        if (read.length < length) {
            throw new IOException("closed");
        }
        return new String(read, StandardCharsets.US_ASCII);
    }
}
