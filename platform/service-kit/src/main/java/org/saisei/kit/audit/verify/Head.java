package org.saisei.kit.audit.verify;

import java.time.Instant;
import java.time.format.DateTimeParseException;
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
    private static final Pattern LINE = Pattern.compile("""
            \\{"service":"([a-z0-9-]{1,60})","number":([0-9]{1,18}),"hash":"([0-9a-f]{64})",\
            "origin":"([0-9A-F/]{1,100})","rows":([0-9]{1,18}),"sealedAt":"([0-9TZ:.-]{20,30})",\
            "at":"[0-9TZ:.-]{20,30}"\\}""");

    /** One line of JSON, without its end. */
    public String toJson(Instant toldAt) {
        return "{\"service\":\"" + service + "\",\"number\":" + number + ",\"hash\":\"" + hash + "\",\"origin\":\""
                + origin + "\",\"rows\":" + rows + ",\"sealedAt\":\"" + sealedAt + "\",\"at\":\"" + toldAt + "\"}";
    }

    /** From a line that has such a document in it, as a log's has; empty where it has none, part of one, or more. */
    public static Optional<Head> parse(String line) {
        var found = LINE.matcher(line);
        if (!found.find() || line.indexOf("{\"service\"") < found.start() || line.indexOf('{', found.end()) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Head(
                    found.group(1),
                    Long.parseLong(found.group(2)),
                    found.group(3),
                    found.group(4),
                    Long.parseLong(found.group(5)),
                    Instant.parse(found.group(6))));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }
}
