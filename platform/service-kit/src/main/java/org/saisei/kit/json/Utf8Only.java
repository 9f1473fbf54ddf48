package org.saisei.kit.json;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is not UTF-8 (RFC 8259, 8.1), before the parser guesses at UTF-16 or UTF-32, or takes bytes for characters
 * that UTF-8 writes in another way.
 */
final class Utf8Only extends InputDecorator {
    private static final long serialVersionUID = 1L;

    /** As many bytes the parser looks at to tell the encodings from each other. */
    private static final int GUESSED_BY = 4;

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        var bytes = in.readAllBytes();
        check(bytes, 0, bytes.length);
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable InputStream decorate(IOContext context, byte[] source, int offset, int length)
            throws NotUtf8Exception {
        check(source, offset, length);
        return null;
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    private static void check(byte[] bytes, int offset, int length) throws NotUtf8Exception {
        for (int i = 0; i < Math.min(GUESSED_BY, length); i++) {
            // valid, but the first character of JSON in UTF-16 or UTF-32 has one, and in UTF-8 none
            if (bytes[offset + i] == 0) {
                throw new NotUtf8Exception(null);
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
        } catch (CharacterCodingException undecodable) {
            throw new NotUtf8Exception(undecodable);
        }
    }
}
