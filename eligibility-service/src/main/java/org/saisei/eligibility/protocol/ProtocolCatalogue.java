package org.saisei.eligibility.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every version of every protocol this service knows. */
@ApplicationScoped
public class ProtocolCatalogue {
    private final List<Protocol> protocols;

    @Inject
    ProtocolCatalogue(Instance<Protocol> protocols) {
        this(protocols.stream());
    }

    public ProtocolCatalogue(Stream<? extends Protocol> protocols) {
        this.protocols = protocols
                .map(Protocol.class::cast)
                .sorted(Comparator.comparing(Protocol::id).thenComparing(Protocol::effectiveFrom))
                .toList();
        var seen = new HashSet<String>();
        for (var protocol : this.protocols) {
            if (!seen.add(protocol.id() + " from " + protocol.effectiveFrom())
                    || !seen.add(protocol.id() + " version " + protocol.version())) {
                throw new IllegalStateException("two protocols claim " + protocol.id() + " " + protocol.version());
            }
        }
    }

    /** All versions, ordered by id and then by their first day. */
    public List<Protocol> all() {
        return protocols;
    }

    public boolean knows(String id) {
        return protocols.stream().anyMatch(protocol -> protocol.id().equals(id));
    }

    /** The version in force on a day. */
    public Optional<Protocol> inForce(String id, LocalDate day) {
        return protocols.stream()
                .filter(protocol -> protocol.id().equals(id))
                .filter(protocol -> !protocol.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Protocol::effectiveFrom));
    }

    /** That very version, whether or not it is still in force. */
    public Optional<Protocol> version(String id, String version) {
        return protocols.stream()
                .filter(protocol ->
                        protocol.id().equals(id) && protocol.version().equals(version))
                .findFirst();
    }

    /**
     * What a statement of the facility requirement with that rule id may hold, under each version that has one; empty if
     * there is none that is met by stating it.
     */
    public List<AttestedCriterion.Form> attestable(String ruleId) {
        return protocols.stream()
                .flatMap(protocol ->
                        Stream.concat(protocol.facilityCriteria().stream(), protocol.otherFacilityCriteria().stream()))
                .filter(criterion -> criterion.info().id().equals(ruleId))
                .filter(AttestedCriterion.class::isInstance)
                .map(criterion -> ((AttestedCriterion) criterion).form())
                .toList();
    }
}
