package org.saisei.adverseevent.feed.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.adverseevent.feed.FeedFilter;
import org.saisei.adverseevent.feed.FeedStore;
import org.saisei.adverseevent.report.Protocols;
import org.saisei.adverseevent.report.SeriousnessCriterion;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.kit.http.Codes;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

/** Reads a stream's query; whatever would make the stream silent for ever is refused, a misspelt name first of all. */
@Singleton
class StreamPreferences {
    static final String AFTER = "after";
    static final String PROTOCOL = "protocol";
    static final String SERIOUSNESS = "seriousness";
    static final String SPECIAL_INTEREST = "specialInterest";
    static final String FACILITY = "facility";
    private static final List<String> SERIOUSNESS_VALUES = Stream.concat(
                    Stream.of(FeedFilter.SERIOUS, FeedFilter.NOT_SERIOUS),
                    Arrays.stream(SeriousnessCriterion.values()).map(SeriousnessCriterion::name))
            .toList();

    private final Protocols protocols;
    private final Exposures exposures;
    private final FeedStore feed;

    StreamPreferences(Protocols protocols, Exposures exposures, FeedStore feed) {
        this.protocols = protocols;
        this.exposures = exposures;
        this.feed = feed;
    }

    /** @throws ProblemException 400 naming every parameter that is wrong */
    FeedFilter filter(Actor actor, MultivaluedMap<String, String> query) {
        var errors = new ArrayList<FieldError>();
        var protocol = query.getFirst(PROTOCOL);
        if (protocol != null && !protocols.names().contains(protocol)) {
            errors.add(error(PROTOCOL, "UNKNOWN_PROTOCOL", "is no protocol of this installation"));
        } else if (protocol != null && !actor.mayTouch(protocol)) {
            errors.add(error(PROTOCOL, "NEVER_MATCHES", "your token is limited to other protocols"));
        }
        var seriousness = query.getFirst(SERIOUSNESS);
        if (seriousness != null && !SERIOUSNESS_VALUES.contains(seriousness)) {
            errors.add(error(SERIOUSNESS, "UNKNOWN_VALUE", "one of " + String.join(", ", SERIOUSNESS_VALUES)));
        }
        var facility = query.getFirst(FACILITY);
        if (facility != null && !(facility.matches(Codes.IDENTIFIER) && isKnown(facility))) {
            errors.add(error(
                    FACILITY,
                    "UNKNOWN_FACILITY",
                    "no facility of this number was accredited, enrolled a subject or reported a case so far"));
        }
        var interest = specialInterest(query.getFirst(SPECIAL_INTEREST), errors);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new FeedFilter(protocol, seriousness, interest, facility, actor.protocols(), !isManufacturerOnly(actor));
    }

    private static @Nullable Boolean specialInterest(@Nullable String value, List<FieldError> errors) {
        return switch (value) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                errors.add(error(SPECIAL_INTEREST, "UNKNOWN_VALUE", "true or false"));
                yield null;
            }
        };
    }

    private boolean isKnown(String facility) {
        return exposures.knowsFacility(facility) || feed.hasEntryOf(facility);
    }

    private static boolean isManufacturerOnly(Actor actor) {
        return actor.is(Role.MANUFACTURER) && !actor.is(Role.SAFETY_OFFICER) && !actor.is(Role.REGISTRAR);
    }

    private static FieldError error(String parameter, String rule, String message) {
        return new FieldError("query:" + parameter, rule, message);
    }
}
