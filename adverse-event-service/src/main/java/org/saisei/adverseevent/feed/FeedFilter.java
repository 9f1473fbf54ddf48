package org.saisei.adverseevent.feed;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a subscriber is sent; null does not restrict.
 *
 * @param seriousness {@link #SERIOUS}, {@link #NOT_SERIOUS} or one criterion of ICH E2A
 * @param limitedTo protocols of the subscriber's token; empty means all
 * @param unknownProtocol whether a subscriber limited to protocols is sent entries whose protocol is not known
 */
public record FeedFilter(
        @Nullable String protocol,
        @Nullable String seriousness,
        @Nullable Boolean specialInterest,
        @Nullable String facilityId,
        Set<String> limitedTo,
        boolean unknownProtocol) {

    public static final String SERIOUS = "SERIOUS";
    public static final String NOT_SERIOUS = "NOT_SERIOUS";

    public FeedFilter {
        limitedTo = Set.copyOf(limitedTo);
    }

    public boolean lets(FeedEntry entry) {
        return isAllowed(entry.protocol())
                && (protocol == null || protocol.equals(entry.protocol()))
                && (facilityId == null || facilityId.equals(entry.facilityId()))
                && (entry.alert() || (isWantedSeriousness(entry) && isWantedInterest(entry)));
    }

    private boolean isAllowed(@Nullable String of) {
        return limitedTo.isEmpty() || (of == null ? unknownProtocol : limitedTo.contains(of));
    }

    private boolean isWantedInterest(FeedEntry entry) {
        return specialInterest == null || specialInterest == entry.specialInterest();
    }

    private boolean isWantedSeriousness(FeedEntry entry) {
        return switch (seriousness) {
            case null -> true;
            case SERIOUS -> !entry.seriousness().isEmpty();
            case NOT_SERIOUS -> entry.seriousness().isEmpty();
            case String criterion -> entry.seriousness().contains(criterion);
        };
    }
}
