package org.saisei.kit.audit.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of heads, a line each, or a service's log that has them among its lines.
 *
 * @param heads in their order
 * @param unread numbers, from 1, of the lines that begin a head and are not one and no more than one: half a line of a disk
 *     that was full, say. What they tell is not known, so they are compared with nothing
 */
public record HeadFile(List<Head> heads, List<Long> unread) {
    private static final String BEGIN = "{\"service\":\"";
    private static final String LOGGED = "audit head {";

    public HeadFile {
        heads = List.copyOf(heads);
        unread = List.copyOf(unread);
    }

    static HeadFile of(Head... heads) {
        return new HeadFile(List.of(heads), List.of());
    }

    public static HeadFile read(Path file) throws IOException {
        var heads = new ArrayList<Head>();
        var unread = new ArrayList<Long>();
        // a head is ASCII; a log may hold bytes that are no text at all
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            long number = 0;
            for (var line : (Iterable<String>) lines::iterator) {
                number++;
                var head = Head.parse(line);
                if (head.isPresent()) {
                    heads.add(head.get());
                } else if (beginsAHead(line)) {
                    unread.add(number);
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return new HeadFile(heads, unread);
    }

    private static boolean beginsAHead(String line) {
        return line.contains(BEGIN) || line.contains(LOGGED) || (!line.isBlank() && BEGIN.startsWith(line));
    }

    /** Adds a line, and ends one before that was not written to its end. Makes the folder if there is none. */
    public static void append(Path file, String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                (endsWithinALine(file) ? "\n" : "") + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static boolean endsWithinALine(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            return false;
        }
        try (var channel = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}
