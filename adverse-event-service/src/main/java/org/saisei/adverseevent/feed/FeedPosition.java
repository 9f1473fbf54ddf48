package org.saisei.adverseevent.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the feed, as clients keep it: {@code <generation>-<position>}.
 *
 * @param generation raised when the database is restored from a backup: positions given out after that backup were then
 *     given again, to other entries
 * @param position of the last entry seen; dense, from 1; 0 is before the first
 */
public record FeedPosition(long generation, long position) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** Empty for text that no stream has given out. */
    public static Optional<FeedPosition> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new FeedPosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    public FeedPosition at(long other) {
        return new FeedPosition(generation, other);
    }

    @Override
    public String toString() {
        return generation + "-" + position;
    }
}
