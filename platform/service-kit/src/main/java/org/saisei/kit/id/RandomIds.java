package org.saisei.kit.id;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

@ApplicationScoped
@DefaultBean
class RandomIds implements Ids {
    /** Crockford's base 32: no I, L, O or U, so that nobody misreads or reads a word into it. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int OPAQUE_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    RandomIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public String opaque() {
        var text = new StringBuilder(OPAQUE_LENGTH);
        for (int i = 0; i < OPAQUE_LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
