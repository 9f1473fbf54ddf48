package org.saisei.eligibility.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends a batch and reads its answer over one socket, in whatever order the test wants. */
final class BatchClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] LINE_END = {'\n'};
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<String> headers = new ArrayList<>();
    private @Nullable String head;
    private int chunk;
    private boolean ended;

    private BatchClient(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static BatchClient open(String token) throws IOException {
        return open(token, new Socket());
    }

    /** One in whose way an answer stands that is not read soon. Long answers take their time even where they are read. */
    static BatchClient openNarrow(String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        return open(token, socket);
    }

    private static BatchClient open(String token, Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        var client = new BatchClient(socket);
        client.out.write(("POST /assessments/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** Every line of the answer to a whole body. */
    static List<JsonNode> answers(String token, byte[] body) throws IOException {
        try (var client = open(token)) {
            var sender = Thread.ofVirtual().start(() -> client.sendQuietly(body));
            var answers = new ArrayList<JsonNode>();
            for (var line = client.read(); line != null; line = client.read()) {
                answers.add(line);
            }
            sender.interrupt();
            return answers;
        }
    }

    void send(byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    void sendLine(Object document) throws IOException {
        var line = new ByteArrayOutputStream();
        line.write(JSON.writeValueAsBytes(document));
        line.write(LINE_END);
        send(line.toByteArray());
    }

    void finish() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next line of the answer; null once it has ended. */
    @Nullable
    JsonNode read() throws IOException {
        var text = readLine();
        return text == null ? null : JSON.readTree(text);
    }

    int status() throws IOException {
        return Integer.parseInt(head().split(" ")[1]);
    }

    /** "name: value" each, of an answer that has begun. */
    List<String> headers() throws IOException {
        head();
        return headers;
    }

    /** The rest of an answer that is not 200. */
    JsonNode problem() throws IOException {
        var length = headers().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow();
        return JSON.readTree(in.readNBytes(length));
    }

    /** Waits until the service closes the connection; false if it sends something more instead, or keeps it open. */
    boolean isClosedByService() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private void sendQuietly(byte[] body) {
        try {
            for (var at = 0; at < body.length; at += 8192) {
                send(java.util.Arrays.copyOfRange(body, at, Math.min(body.length, at + 8192)));
            }
            finish();
        } catch (IOException stopped) {
            // the service has stopped reading
        }
    }

    private @Nullable String readLine() throws IOException {
        if (status() != 200) {
            throw new AssertionError(head());
        }
        int read;
        while ((read = readBody()) >= 0) {
            if (read == '\n') {
                var line = received.toString(StandardCharsets.UTF_8);
                received.reset();
                return line;
            }
            received.write(read);
        }
        return null;
    }

    private int readBody() throws IOException {
        if (ended) {
            return -1;
        }
        if (chunk == 0) {
            chunk = Integer.parseInt(httpLine(), 16);
            if (chunk == 0) {
                httpLine();
                ended = true;
                return -1;
            }
        }
        var read = in.read();
        if (read < 0) {
            throw new IOException("the answer was cut off");
        }
        if (--chunk == 0) {
            httpLine();
        }
        return read;
    }

    private String head() throws IOException {
        if (head == null) {
            head = httpLine();
            for (var line = httpLine(); !line.isEmpty(); line = httpLine()) {
                headers.add(line);
            }
        }
        return head;
    }

    private String httpLine() throws IOException {
        var line = new ByteArrayOutputStream();
        int read;
        while ((read = in.read()) != '\n') {
            if (read < 0) {
                throw new IOException("the connection was closed");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
