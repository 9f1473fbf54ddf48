package org.saisei.kit.audit.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last block as a service told it to the world, where nobody who may rewrite its database can take it back.
 *
 * @param service that told it
 * @param number of the block
 * @param hash its own, 64 hexadecimal digits
 * @param origin where it was made
 * @param rows sealed up to there
 * @param sealedAt when it was made
 */
public record Head(String service, long number, String hash, String origin, long rows, Instant sealedAt) {
    private static final Pattern SERVICE = Pattern.compile("\"service\":\"([a-z0-9-]{1,60})\"");
    private static final Pattern NUMBER = Pattern.compile("\"number\":([0-9]{1,18})[,}]");
    private static final Pattern HASH = Pattern.compile("\"hash\":\"([0-9a-f]{64})\"");
    private static final Pattern ORIGIN = Pattern.compile("\"origin\":\"([0-9A-F/]{1,100})\"");
    private static final Pattern ROWS = Pattern.compile("\"rows\":([0-9]{1,18})[,}]");

    private static final Pattern SEALED_AT = Pattern.compile("\"sealedAt\":\"([0-9TZ:.-]{20,30})\"");

    /** One line of JSON, without its end. */
    public String toJson(Instant toldAt) {
        return "{\"service\":\"" + service + "\",\"number\":" + number + ",\"hash\":\"" + hash + "\",\"origin\":\""
                + origin + "\",\"rows\":" + rows + ",\"sealedAt\":\"" + sealedAt + "\",\"at\":\"" + toldAt + "\"}";
    }

    /** From a line that has such a document in it, as a log's has; empty where it has none. */
    public static Optional<Head> parse(String line) {
        var service = SERVICE.matcher(line);
        var number = NUMBER.matcher(line);
        var hash = HASH.matcher(line);
        var origin = ORIGIN.matcher(line);
        var rows = ROWS.matcher(line);
        var sealedAt = SEALED_AT.matcher(line);
        return service.find() && number.find() && hash.find() && origin.find() && rows.find() && sealedAt.find()
                ? Optional.of(new Head(
                        service.group(1),
                        Long.parseLong(number.group(1)),
                        hash.group(1),
                        origin.group(1),
                        Long.parseLong(rows.group(1)),
                        Instant.parse(sealedAt.group(1))))
                : Optional.empty();
    }

    /** All in a file of lines, in their order: a file of heads, or a service's log. */
    public static List<Head> allIn(Path file) throws IOException {
        var heads = new ArrayList<Head>();
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> parse(line).ifPresent(heads::add));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return heads;
    }
}
