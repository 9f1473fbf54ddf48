package org.saisei.kit.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Looks up when certificates end. */
final class Certificates {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    private Certificates() {}

    /** Takes whatever chain it is shown, and nothing is sent to who shows it. */
    private static final class Seen implements X509TrustManager {
        private final List<X509Certificate> chain = new ArrayList<>();

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how) {
            throw new UnsupportedOperationException("a client only");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how) {
            chain.addAll(List.of(shown));
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** The first end in the chain that is served there now, which may be older than its file. */
    static Instant endOfServed(InetSocketAddress address, Duration patience)
            throws IOException, GeneralSecurityException {
        var seen = new Seen();
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {seen}, null);
        int millis = Math.toIntExact(patience.toMillis());
        try (var plain = new Socket()) {
            plain.connect(address, millis);
            plain.setSoTimeout(millis);
            try (var socket = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true)) {
                socket.startHandshake();
            }
        } catch (SSLException refused) {
            // it may ask for a certificate of ours, after it has shown its own
            if (seen.chain.isEmpty()) {
                throw refused;
            }
        }
        return ends(seen.chain.stream()).min(Instant::compareTo).orElseThrow();
    }

    /** The first end of any in a PEM file, other parts of which are passed over; empty where it has none. */
    static Optional<Instant> firstEndIn(Path file) throws IOException, GeneralSecurityException {
        return ends(in(file).stream()).min(Instant::compareTo);
    }

    /** The end of the last that is left to trust in a PEM file; empty where it has none. */
    static Optional<Instant> lastEndIn(Path file) throws IOException, GeneralSecurityException {
        return ends(in(file).stream()).max(Instant::compareTo);
    }

    private static List<X509Certificate> in(Path file) throws IOException, GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var found = new ArrayList<X509Certificate>();
        var parts = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (parts.find()) {
            var bytes = parts.group().getBytes(StandardCharsets.US_ASCII);
            found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
        }
        return found;
    }

    private static Stream<Instant> ends(Stream<X509Certificate> certificates) {
        return certificates.map(certificate -> certificate.getNotAfter().toInstant());
    }
}
