package org.saisei.eligibility.protocol.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;
import org.saisei.kit.time.RegulatoryDays;

/** Which version of a protocol a reader means. */
@ApplicationScoped
class Versions {
    static final String ON = "The day asked about; today in Japan if left out.";
    static final String VERSION =
            "That very version, whether or not it is in force on the day; if left out, the one that is.";

    private final ProtocolCatalogue protocols;
    private final InstantSource clock;

    Versions(ProtocolCatalogue protocols, InstantSource clock) {
        this.protocols = protocols;
        this.clock = clock;
    }

    record OnDay(Protocol protocol, LocalDate day) {}

    /** @throws ProblemException 404 if there is no such protocol or version, or none was in force on the day */
    OnDay find(String protocol, @Nullable LocalDate on, @Nullable String version) {
        var day = on == null ? RegulatoryDays.today(clock) : on;
        if (!protocols.knows(protocol)) {
            throw new ProblemException(Problem.notFound());
        }
        var found = version == null ? protocols.inForce(protocol, day) : protocols.version(protocol, version);
        return found.map(known -> new OnDay(known, day))
                .orElseThrow(() -> new ProblemException(Problem.notFound()
                        .withErrors(List.of(
                                version == null
                                        ? new FieldError(
                                                "query:on",
                                                "BEFORE_PROTOCOL",
                                                "is before the protocol's first version took effect")
                                        : new FieldError(
                                                "query:version",
                                                "UNKNOWN_VERSION",
                                                "is no version of the protocol")))));
    }
}
