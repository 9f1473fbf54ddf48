package org.saisei.kit.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIssuerGuardTest {
    private static final String KEY = "a key";
    private static final String ISSUER = "https://id.example.org/realms/saisei";
    private static final String NONE = "";

    @Test
    void aServiceWithoutAnIssuerDoesNotStart() {
        assertThatThrownBy(() -> start(NONE, NONE, false, "0.0.0.0")).hasMessageContaining("No token issuer");
    }

    @Test
    void anIssuerReachedWithTlsIsTaken() {
        assertThatCode(() -> start(NONE, ISSUER, false, "0.0.0.0")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.org/realms/saisei", "http://10.0.0.7:8080/realms/saisei"})
    void anIssuerReachedWithoutTlsIsRefused(String issuer) {
        assertThatThrownBy(() -> start(NONE, issuer, true, "127.0.0.1")).hasMessageContaining("without TLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8084/realms/saisei", "http://localhost/realms/saisei", "http://[::1]/saisei"})
    void anIssuerOnLoopbackNeedsNoTls(String issuer) {
        assertThatCode(() -> start(NONE, issuer, false, "0.0.0.0")).doesNotThrowAnyException();
    }

    @Test
    void aLocalKeyIsTakenOnLoopbackWithItsSwitch() {
        assertThatCode(() -> start(KEY, NONE, true, "127.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aLocalKeyIsRefusedWithoutItsSwitch() {
        assertThatThrownBy(() -> start(KEY, NONE, false, "127.0.0.1")).hasMessageContaining("SAISEI_LOCAL");
    }

    @Test
    void aLocalKeyIsRefusedOffLoopback() {
        assertThatThrownBy(() -> start(KEY, NONE, true, "0.0.0.0")).hasMessageContaining("loopback");
    }

    @Test
    void aLocalKeyBesideAnIssuerIsRefused() {
        assertThatThrownBy(() -> start(KEY, ISSUER, true, "127.0.0.1")).hasMessageContaining("Two token issuers");
    }

    private static void start(String key, String issuer, boolean local, String host) {
        new LocalIssuerGuard(given(key), given(issuer), local, host).check();
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
