package org.saisei.eligibility.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.saisei.eligibility.assessment.AssessmentOutcome.Contradictory;
import org.saisei.eligibility.assessment.AssessmentOutcome.Invalid;
import org.saisei.eligibility.assessment.AssessmentOutcome.Refusal;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.FactType;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/** Reads a request in the terms of its protocol, before anything is looked up. */
final class RequestReader {

    /** The request's protocol and facts, or why they cannot be had. */
    sealed interface Read {
        record Accepted(Protocol protocol, Facts facts) implements Read {}

        record Refused(Refusal refusal) implements Read {}
    }

    private RequestReader() {}

    static Read read(AssessmentRequest request, ProtocolCatalogue protocols, LocalDate today) {
        if (!protocols.knows(request.protocol())) {
            return invalid(new Fault("/protocol", "UNKNOWN_PROTOCOL", "is not a protocol here"));
        }
        if (request.assessedOn().isAfter(today)) {
            return contradictory(List.of(new Fault("/assessedOn", "IN_FUTURE", "is not a day that has come")));
        }
        var protocol =
                protocols.inForce(request.protocol(), request.assessedOn()).orElse(null);
        if (protocol == null) {
            return contradictory(List.of(
                    new Fault("/assessedOn", "BEFORE_PROTOCOL", "is before the protocol's first version took effect")));
        }
        if (protocol.stage(request.stage()).isEmpty()) {
            return invalid(new Fault("/stage", "UNKNOWN_STAGE", "is not a stage of the protocol"));
        }
        var declared = request.declaredPhysicianRequirement();
        if (declared != null && !protocol.declarablePhysicianRequirements().contains(declared)) {
            return invalid(new Fault(
                    "/declaredPhysicianRequirement",
                    "UNKNOWN_REQUIREMENT",
                    "is not the rule id of a physician requirement of the protocol"));
        }
        return switch (protocol.patientFacts().read(request.facts())) {
            case Reading.Refused(var faults) -> new Read.Refused(new Invalid(faults));
            case Reading.Accepted(var facts) -> checked(request, protocol, facts);
        };
    }

    private static Read checked(AssessmentRequest request, Protocol protocol, Facts facts) {
        var declaration = request.declaration();
        var faults = new ArrayList<>(protocol.contradictions(
                facts, request.assessedOn(), declaration == null ? null : declaration.declaredOn()));
        for (var fact : protocol.patientFacts().facts()) {
            if (fact.type() instanceof FactType.Day(var happened)
                    && happened
                    && isAfter(facts, fact, request.assessedOn())) {
                faults.add(new Fault(fact.pointer(), "AFTER_ASSESSMENT", "is after the day of the assessment"));
            }
        }
        if (declaration != null && declaration.declaredOn().isAfter(request.assessedOn())) {
            faults.add(new Fault(
                    "/noOtherTreatmentOption/declaredOn", "AFTER_ASSESSMENT", "is after the day of the assessment"));
        }
        return faults.isEmpty() ? new Read.Accepted(protocol, facts) : contradictory(faults);
    }

    private static boolean isAfter(Facts facts, Fact<?> fact, LocalDate day) {
        return facts.get(fact) instanceof LocalDate known && known.isAfter(day);
    }

    private static Read invalid(Fault fault) {
        return new Read.Refused(new Invalid(List.of(fault)));
    }

    private static Read contradictory(List<Fault> faults) {
        return new Read.Refused(new Contradictory(faults));
    }
}
