package org.saisei.kit.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.start.Secret.Kind;

class SecretTest {
    private static final Secret PASSWORD = new Secret("some.password", Kind.PASSWORD);
    private static final Secret KEY = new Secret("some.key", Kind.KEY);
    private static final Secret KEYS = new Secret("some.keys", Kind.KEYS);

    private final Random random = new Random(7);

    @Test
    void whatIsNotSetIsNamed() {
        for (var secret : new Secret[] {PASSWORD, KEY, KEYS}) {
            assertThat(secret.fault(Optional.empty())).contains(secret.property() + " is not set");
            assertThat(secret.fault(Optional.of(" "))).contains(secret.property() + " is not set");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "changeme-changeme",
                "Change-Me-Please",
                "my-Password-2026",
                "<your password here>",
                "xxxxxxxxxxxxxxxx",
                "replace-with-yours"
            })
    void aShortPasswordOrAPlaceholderIsRefusedAndNotRepeated(String value) {
        assertThat(PASSWORD.fault(Optional.of(value)))
                .hasValueSatisfying(
                        fault -> assertThat(fault).startsWith("some.password ").doesNotContain(value));
    }

    @Test
    void passwordsAtRandomAreTaken() {
        for (int i = 0; i < 10_000; i++) {
            var bytes = new byte[24];
            random.nextBytes(bytes);
            var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(PASSWORD.fault(Optional.of(password))).isEmpty();
        }
    }

    @Test
    void keysAtRandomAreTaken() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(KEY.fault(Optional.of(key()))).isEmpty();
        }
        assertThat(KEYS.fault(Optional.of("2026-1:" + key() + ",2025-1:" + key())))
                .isEmpty();
    }

    @Test
    void aKeyOfAnotherLengthOrOfNoBytesAtRandomIsRefusedAndNotRepeated() {
        for (var value : new String[] {
            "not base64!",
            Base64.getEncoder().encodeToString(new byte[16]),
            Base64.getEncoder().encodeToString(new byte[32]),
            Base64.getEncoder()
                    .encodeToString(
                            "changemechangemechangemechangeme".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        }) {
            assertThat(KEY.fault(Optional.of(value)))
                    .hasValueSatisfying(
                            fault -> assertThat(fault).startsWith("some.key ").doesNotContain(value));
            assertThat(KEYS.fault(Optional.of("1:" + key() + ",2:" + value)))
                    .hasValueSatisfying(
                            fault -> assertThat(fault).startsWith("some.keys ").doesNotContain(value));
        }
        assertThat(KEYS.fault(Optional.of(key()))).contains("some.keys is not a list of id:base64");
    }

    private String key() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
