package org.saisei.kit.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Reads {@code If-Match} and {@code If-None-Match} for updates: nobody overwrites what they have not seen. */
public final class Preconditions {
    /** As {@link #etag} writes it: another way to write the number is another tag. */
    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    /** RFC 9110, 8.8.3, one or a list of them. */
    private static final Pattern ENTITY_TAGS =
            Pattern.compile("TAG(\\s*,\\s*TAG)*".replace("TAG", "(W/)?\"[^\"\\s]*\""));

    private Preconditions() {}

    /** What the caller says the resource looks like. */
    public sealed interface Expected {
        /** {@code If-None-Match: *}: there must be none yet. */
        record Create() implements Expected {}

        /** {@code If-Match: "n"}: it must be at this version. */
        record Version(long number) implements Expected {}

        /** Neither header: answer with {@link Preconditions#missing()}. */
        record Missing() implements Expected {}

        /** Tags that none of ours is equal to, or both headers: answer with {@link Preconditions#stale()}. */
        record Unmatchable() implements Expected {}
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** @throws ProblemException 400 for a header that is not of its form */
    public static Expected parse(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            return new Expected.Missing();
        }
        if (ifMatch != null && ifNoneMatch != null) {
            return new Expected.Unmatchable();
        }
        if (ifNoneMatch != null) {
            if (!"*".equals(ifNoneMatch.strip())) {
                throw malformed("If-None-Match", "must be *, for what must not be there yet");
            }
            return new Expected.Create();
        }
        var tag = ifMatch == null ? "" : ifMatch.strip();
        if (!ENTITY_TAGS.matcher(tag).matches()) {
            throw malformed("If-Match", "must be the ETag as it was read, within its quotation marks, such as \"3\"");
        }
        Matcher matcher = ETAG.matcher(tag);
        return matcher.matches() ? new Expected.Version(Long.parseLong(matcher.group(1))) : new Expected.Unmatchable();
    }

    private static ProblemException malformed(String header, String form) {
        return new ProblemException(Problem.invalid("header:" + header, "FORMAT", form));
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
