package org.saisei.adverseevent.feed;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the streams tell about a case, with what they are filtered by.
 *
 * @param version of the case on events; with the case's id it names the entry
 * @param event name on the stream, e.g. {@code case-reported}
 * @param protocol null while not known
 * @param seriousness criteria by name; empty means not serious
 * @param alert an alarm by itself: held back by no filter of seriousness or interest
 * @param data the JSON record, character by character as it is sent
 */
public record FeedEntry(
        UUID caseId,
        int version,
        String event,
        @Nullable String protocol,
        String facilityId,
        List<String> seriousness,
        boolean specialInterest,
        boolean alert,
        String data) {

    public FeedEntry {
        seriousness = List.copyOf(seriousness);
    }
}
