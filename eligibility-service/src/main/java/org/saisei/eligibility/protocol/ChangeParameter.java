package org.saisei.eligibility.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;

/**
 * A registrar says what value a protocol's parameter has from a day on, and why. The day may lie in the past or the
 * future; what has been decided keeps the values it was decided with.
 */
@ApplicationScoped
public class ChangeParameter {
    private final ProtocolCatalogue protocols;
    private final ParameterChanges changes;
    private final ParameterEvents events;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    ChangeParameter(
            ProtocolCatalogue protocols,
            ParameterChanges changes,
            ParameterEvents events,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.protocols = protocols;
        this.changes = changes;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** As in {@link ParameterChange}. */
    public record Request(
            String protocol,
            String parameter,
            String documentNumber,
            BigDecimal value,
            LocalDate from,
            String reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Recorded(ParameterChange change) implements Outcome {}

        /** @param parameter the one that the document number is of, not always the one asked for */
        record AlreadyRecorded(String parameter, UUID changeId) implements Outcome {}

        /** No version of the protocol has that parameter, or there is no such protocol. */
        record NotThere() implements Outcome {}

        /** The parameter is not one of the version in force on the first day, or no version is. */
        record NotThatDay(Fault fault) implements Outcome {}

        /** The source sets it: only another version of the protocol can change it. */
        record LimitOfSource(Parameter parameter) implements Outcome {}

        record OutOfRange(Parameter parameter, Parameter.Range range) implements Outcome {}

        /** On some day from the first on, a range would end before it begins. */
        record Crosses(ParameterRange.Crossed crossed) implements Outcome {}
    }

    @Transactional
    public Outcome change(Actor actor, Request request) {
        if (protocols.all().stream()
                .noneMatch(protocol -> protocol.id().equals(request.protocol())
                        && protocol.parameter(request.parameter()).isPresent())) {
            return new Outcome.NotThere();
        }
        var version = protocols.inForce(request.protocol(), request.from()).orElse(null);
        if (version == null) {
            return new Outcome.NotThatDay(
                    new Fault("/from", "BEFORE_PROTOCOL", "is before the protocol's first version took effect"));
        }
        var parameter = version.parameter(request.parameter()).orElse(null);
        if (parameter == null) {
            return new Outcome.NotThatDay(new Fault(
                    "/from", "NO_SUCH_PARAMETER", "the version in force on that day does not have the parameter"));
        }
        var range = parameter.changeable();
        if (range == null) {
            return new Outcome.LimitOfSource(parameter);
        }
        if (!range.contains(request.value())) {
            return new Outcome.OutOfRange(parameter, range);
        }
        changes.lock(request.protocol());
        var recorded = changes.recordedUnder(request.protocol(), request.documentNumber());
        if (recorded.isPresent()) {
            return already(recorded.get());
        }
        var soFar = changes.of(request.protocol());
        var before = ParameterValues.value(parameter, soFar, request.from());
        var change = new ParameterChange(
                ids.next(),
                request.protocol(),
                request.parameter(),
                request.documentNumber(),
                request.value().setScale(0, RoundingMode.UNNECESSARY),
                request.from(),
                request.reason(),
                clock.instant());
        var crossed = ParameterRange.crossedBy(change, soFar, protocols);
        if (crossed.isPresent()) {
            return new Outcome.Crosses(crossed.get());
        }
        if (!changes.add(change)) {
            return already(changes.recordedUnder(request.protocol(), request.documentNumber())
                    .orElseThrow());
        }
        events.changed(change, parameter);
        audit.wrote(
                actor,
                "changeParameter",
                "parameter",
                change.protocol() + "/" + change.parameter(),
                change.reason(),
                Map.of("value", before, "on", change.from()),
                Map.of("changeId", change.changeId(), "value", change.value(), "from", change.from()));
        return new Outcome.Recorded(change);
    }

    private static Outcome already(ParameterChange recorded) {
        return new Outcome.AlreadyRecorded(recorded.parameter(), recorded.changeId());
    }
}
