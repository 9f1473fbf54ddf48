package org.saisei.registry.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for bytes in all files of a folder: as they are, in hex, and in base64 wherever they begin in it. */
final class Bytes {
    private final Map<String, byte[]> wanted = new LinkedHashMap<>();
    private final boolean[] starts = new boolean[1 << 16];

    void want(String name, String text) {
        want(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void want(String name, byte[] bytes) {
        add(name, bytes);
        add(name + " in hex", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        for (int offset = 0; offset < 3; offset++) {
            var shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            var text = Base64.getEncoder().withoutPadding().encode(shifted);
            // the first and the last characters hold bits of the neighbours
            int from = offset == 0 ? 0 : offset + 1;
            int to = shifted.length % 3 == 0 ? text.length : text.length - 1;
            add(name + " in base64 + " + offset, Arrays.copyOfRange(text, from, to));
        }
    }

    private void add(String name, byte[] bytes) {
        if (bytes.length < 8) {
            throw new IllegalArgumentException(name + " is too short to be told from chance");
        }
        wanted.put(name, bytes);
        starts[start(bytes, 0)] = true;
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** What was found, and where. */
    Set<String> in(Path folder) {
        try (var files = Files.walk(folder)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                look(folder, file, found);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Path folder, Path file, Set<String> found) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return;
        }
        for (int i = 0; i + 1 < content.length; i++) {
            if (starts[start(content, i)]) {
                for (var entry : wanted.entrySet()) {
                    var bytes = entry.getValue();
                    if (i + bytes.length <= content.length
                            && Arrays.equals(content, i, i + bytes.length, bytes, 0, bytes.length)) {
                        found.add(entry.getKey() + " in " + folder.relativize(file));
                    }
                }
            }
        }
    }
}
