package org.saisei.benchmarks.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A hospital's connection, kept open, on which it reports adverse events. */
final class CaseReports implements AutoCloseable {
    private final String token;
    private final Socket socket;
    private final InputStream in;

    CaseReports(int port, String token) throws IOException {
        this.token = token;
        this.socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** A request, ready to be sent; each document number is a patient of its own. */
    byte[] request(String document) {
        byte[] body = """
                {"documentNumber":"%s","protocol":"STEMIRAC","awareOn":"2026-05-24",\
                "patient":{"candidateId":"%016d"},\
                "reporter":{"profession":"PHYSICIAN","reference":"DR-0001"},\
                "suspects":[{"suspect":"PRODUCT","lotNumber":"LOT-2026-0001","causality":"POSSIBLE"},\
                {"suspect":"BLOOD_COLLECTION","causality":"UNLIKELY"},\
                {"suspect":"MARROW_COLLECTION","causality":"UNLIKELY"}],\
                "reaction":{"term":{"dictionary":"SAISEI-TRIAL","version":"1.0","code":"ST-0102"},\
                "verbatim":"急な息切れと胸痛","onsetOn":"2026-05-23",\
                "seriousness":["LIFE_THREATENING","HOSPITALISATION"],"severityGrade":4},\
                "narrative":"投与翌日に呼吸困難、SpO2低下。酸素投与にて対応。"}""".formatted(document, (long) document.hashCode() & 0xFFFF_FFFFL)
                .getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + token + "\r\nIdempotency-Key: " + document + "\r\nContent-Length: " + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** Returns when it has been answered; ends the program with the answer if that is not a 201. */
    void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = line();
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 201 ")) {
            System.out.println(status + "\n" + body);
            System.exit(1);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the service closed a connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
