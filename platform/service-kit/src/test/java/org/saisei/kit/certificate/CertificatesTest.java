package org.saisei.kit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of certificates, as they are served and as they lie in files. */
class CertificatesTest {
    private static final char[] PASSWORD = "only for tests".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void ofAPortTheCertificateIsSeenThatItServesEndedOrNot() throws Exception {
        var store = store("ended", "-startdate", "-10d", "-validity", "3");

        assertThat(served(store, false)).isEqualTo(end(store)).isBefore(Instant.now());
    }

    @Test
    void aPortThatAsksForACertificateOfTheCallerShowsItsOwnAllTheSame() throws Exception {
        var store = store("asking", "-validity", "30");

        assertThat(served(store, true)).isEqualTo(end(store)).isAfter(Instant.now());
    }

    @Test
    void aPortWithoutTlsShowsNone() throws Exception {
        try (var plain = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> {
                try (var caller = plain.accept()) {
                    caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });
            assertThatThrownBy(() -> Certificates.endOfServed(
                            new InetSocketAddress(plain.getInetAddress(), plain.getLocalPort()), PATIENCE))
                    .isInstanceOf(IOException.class);
            answering.join();
        }
    }

    @Test
    void ofAFileTheFirstToEndOrTheLastIsFoundAmongWhateverElseItHolds() throws Exception {
        var soon = store("soon", "-validity", "2");
        var late = store("late", "-validity", "200");
        var file = Files.writeString(
                folder.resolve("both.pem"),
                "# notes\n" + pem("PRIVATE KEY", new byte[] {1, 2, 3})
                        + pem("CERTIFICATE", certificate(late).getEncoded())
                        + pem("CERTIFICATE", certificate(soon).getEncoded()));

        assertThat(Certificates.firstEndIn(file)).contains(end(soon));
        assertThat(Certificates.lastEndIn(file)).contains(end(late));
    }

    @Test
    void aFileWithoutCertificatesHasNoEnd() throws Exception {
        assertThat(Certificates.firstEndIn(Files.writeString(folder.resolve("empty.pem"), "nothing\n")))
                .isEmpty();
    }

    private static Instant served(KeyStore store, boolean asking) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (var server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(asking);
            var answering = Thread.ofVirtual().start(() -> {
                try (var caller = (SSLSocket) server.accept()) {
                    caller.startHandshake();
                } catch (IOException refused) {
                    // a caller without a certificate
                }
            });
            var end = Certificates.endOfServed(
                    new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), PATIENCE);
            answering.join();
            return end;
        }
    }

    private KeyStore store(String name, String... validity) throws Exception {
        var file = folder.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(validity));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".told").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".told")))
                .isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static X509Certificate certificate(KeyStore store) throws Exception {
        return (X509Certificate) store.getCertificate("own");
    }

    private static Instant end(KeyStore store) throws Exception {
        return certificate(store).getNotAfter().toInstant();
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
