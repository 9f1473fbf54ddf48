package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** A batch that is larger than the memory of the service that answers it. */
@WithStack
class ScreeningE2E {
    private static final int LINES = 10_000;
    private static final int BYTES = 16 * 1024;
    private static final List<String> GRADES = List.of("A", "B", "C", "D");

    @Test
    void tenThousandRecordsPassThroughASmallHeap(Stack stack) throws IOException {
        var journey = new Journey(stack).accredited();
        var replica = stack.processes().start(ServiceName.ELIGIBILITY, 3, Map.of("_JAVA_OPTIONS", "-Xmx96m"));
        replica.awaitReady(Stack.PATIENCE);
        var expected = new TreeMap<String, Integer>();
        var lines = new ArrayList<byte[]>();
        for (var grade : GRADES) {
            lines.add(padded(journey.assessment(grade).toString()));
            expected.merge(journey.assess(grade).text("decision"), LINES / (GRADES.size() + 1), Integer::sum);
        }
        lines.add(padded("{\"documentNumber\": "));
        expected.put("problem", LINES / lines.size());

        var counted = new TreeMap<String, Integer>();
        long started = System.nanoTime();
        try (var socket = new Socket("127.0.0.1", replica.port())) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(head(replica.uri(), stack.hospital(ServiceName.ELIGIBILITY, journey.facility())));
            var sender = Thread.ofVirtual().start(() -> send(out, lines));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answers.readLine()).contains(" 200 ");
            while (!answers.readLine().isEmpty()) {
                // the headers say nothing that matters here
            }
            var line = 0;
            for (var text = answers.readLine(); text != null; text = answers.readLine()) {
                var answer = Caller.JSON.readTree(text);
                assertThat(answer.path("line").asInt()).isEqualTo(++line);
                counted.merge(answer.path("decision").asText("problem"), 1, Integer::sum);
            }
            sender.interrupt();
        }
        long millis = (System.nanoTime() - started) / 1_000_000;
        replica.stop();

        System.getLogger("saisei")
                .log(
                        System.Logger.Level.INFO,
                        "{0} records of {1} bytes answered in {2} ms with a heap of 96 MB: {3}",
                        LINES,
                        BYTES,
                        millis,
                        counted);
        assertThat(counted).isEqualTo(expected);
        assertThat(stack.rows(
                        ServiceName.ELIGIBILITY,
                        "SELECT query FROM audit WHERE action = 'screenPatients' AND facility_id = ? ORDER BY id",
                        journey.facility()))
                .hasSize(2)
                .last()
                .asString()
                .contains("closed lines=" + LINES, "problems=" + LINES / lines.size());
    }

    /** HTTP/1.0, so that the answer is nothing but its lines, up to the end of the connection. */
    private static byte[] head(URI service, Caller caller) {
        return ("POST /assessments/batch HTTP/1.0\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer "
                        + caller.token() + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                        + (long) LINES * BYTES + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(OutputStream out, List<byte[]> lines) {
        try {
            for (var i = 0; i < LINES; i++) {
                out.write(lines.get(i % lines.size()));
            }
            out.flush();
        } catch (IOException cut) {
            // the reader finds that lines are missing
        }
    }

    /** Spaces before the line's end, which say nothing and take room. */
    private static byte[] padded(String document) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        var line = new byte[BYTES];
        java.util.Arrays.fill(line, (byte) ' ');
        System.arraycopy(bytes, 0, line, 0, bytes.length);
        line[BYTES - 1] = '\n';
        return line;
    }
}
