package org.saisei.kit.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a caller would read (RFC 9110, 12.5.1). A range that cannot be read counts for nothing, so that a header of such ranges
 * alone accepts nothing; the framework's own negotiation fails on it.
 */
public final class Accept {
    private static final Comparator<Match> BETTER =
            Comparator.comparingDouble(Match::quality).thenComparingInt(Match::exactness);

    private final List<Range> ranges;

    /** @param quality 0 to 1, 0 for not at all */
    private record Range(String type, double quality) {
        private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
        private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
        /** As in RFC 9110, but for the zero that older Java clients leave out, and for the number of digits. */
        private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]*)?|\\.[0-9]+|1(\\.0*)?");

        static final Range ANY = new Range("*/*", 1);

        static Stream<Range> read(String text) {
            var parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            var type = parts[0].strip();
            var quality = Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(parameter -> parameter.equals("q") || parameter.startsWith("q="))
                    .map(parameter -> parameter.replaceFirst("q=?", ""))
                    .findFirst()
                    .orElse("1");
            return TYPE.matcher(type).matches() && QUALITY.matcher(quality).matches()
                    ? Stream.of(new Range(type, Double.parseDouble(quality)))
                    : Stream.empty();
        }
    }

    private record Match(String type, double quality, int exactness) {}

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @param headers the values of all Accept headers; none, or blank ones, accept anything */
    public static Accept of(List<String> headers) {
        var texts = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .filter(range -> !range.isBlank())
                .toList();
        return new Accept(
                texts.isEmpty()
                        ? List.of(Range.ANY)
                        : texts.stream().flatMap(Range::read).toList());
    }

    /**
     * The type that the caller would rather read: of the highest quality, then named the most exactly, then the first.
     *
     * @param offered in lower case, without parameters
     * @return empty if it would read none of them
     */
    public Optional<String> best(List<String> offered) {
        return offered.stream()
                .flatMap(this::match)
                .filter(match -> match.quality() > 0)
                // of equals, max keeps the last
                .reduce((one, other) -> BETTER.compare(one, other) >= 0 ? one : other)
                .map(Match::type);
    }

    /** The most specific range that covers the type decides. */
    private Stream<Match> match(String type) {
        var wanted = List.of("*/*", type.substring(0, type.indexOf('/')) + "/*", type);
        return ranges.stream()
                .filter(range -> wanted.contains(range.type()))
                .map(range -> new Match(type, range.quality(), wanted.indexOf(range.type())))
                .reduce((one, other) -> other.exactness() > one.exactness() ? other : one)
                .stream();
    }
}
