package org.saisei.kit.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.problem.Problem;

/** Reads {@code If-Match} and {@code If-None-Match} for updates: nobody overwrites what they have not seen. */
public final class Preconditions {
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Preconditions() {}

    /** What the caller says the resource looks like. */
    public sealed interface Expected {
        /** {@code If-None-Match: *}: there must be none yet. */
        record Create() implements Expected {}

        /** {@code If-Match: "n"}: it must be at this version. */
        record Version(long number) implements Expected {}

        /** Neither header: answer with {@link Preconditions#missing()}. */
        record Missing() implements Expected {}

        /** A header that is not of these forms, so can match nothing: answer with {@link Preconditions#stale()}. */
        record Unmatchable() implements Expected {}
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    public static Expected parse(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            return new Expected.Missing();
        }
        if (ifMatch != null && ifNoneMatch != null) {
            return new Expected.Unmatchable();
        }
        if (ifNoneMatch != null) {
            return "*".equals(ifNoneMatch.strip()) ? new Expected.Create() : new Expected.Unmatchable();
        }
        Matcher matcher = ETAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        return matcher.matches() ? new Expected.Version(Long.parseLong(matcher.group(1))) : new Expected.Unmatchable();
    }

    /** 428. */
    public static Problem missing() {
        return Problem.of(
                428,
                "precondition-required",
                "An update says which version it changes.",
                "Send If-Match with the ETag you read. Only a PUT that creates sends If-None-Match: * in its place.");
    }

    /** 412. */
    public static Problem stale() {
        return Problem.of(
                412,
                "precondition-failed",
                "The resource is not at the version you named.",
                "Read it again, and decide on what you see then.");
    }
}
