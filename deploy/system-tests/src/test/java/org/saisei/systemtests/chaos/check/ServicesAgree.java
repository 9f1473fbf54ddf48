package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.Decision;
import org.saisei.systemtests.chaos.check.Snapshot.Enrolment;
import org.saisei.systemtests.chaos.check.Snapshot.Reported;
import org.saisei.systemtests.chaos.history.Entry;

/**
 * What one place says the others say, too; every enrolment stands as the decisions on its candidate have it; every case is
 * linked that names somebody whom the registry has enrolled.
 */
final class ServicesAgree implements Rule {
    private static final Set<String> FOR = Set.of("ELIGIBLE", "ELIGIBLE_WITH_CAUTION");
    private static final Set<String> AGAINST = Set.of("INELIGIBLE", "NOT_RECOMMENDED");

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        snapshot.agreements().forEach(agreement -> agreement.judge(findings));
        enrolments(snapshot.world(), findings);
        links(snapshot.world(), findings);
    }

    private static void enrolments(Snapshot.World world, Findings findings) {
        var decisions = world.decisions().stream().collect(Collectors.groupingBy(ServicesAgree::of));
        var unsettled = new ArrayList<String>();
        var unfounded = new ArrayList<String>();
        for (var enrolment : world.enrolments()) {
            var known = decisions.getOrDefault(of(enrolment), List.of());
            var name = enrolment.subjectId() + " " + enrolment.standing();
            boolean founded = switch (enrolment.standing()) {
                case "PENDING" -> true;
                case "REGISTERED" -> known.stream().anyMatch(one -> FOR.contains(one.decision()));
                case "REFUSED" -> known.stream().anyMatch(one -> AGAINST.contains(one.decision()));
                case "REGISTERED_WITH_DEVIATION" -> world.treated().contains(enrolment.subjectId());
                default -> false;
            };
            if (!founded) {
                unfounded.add(name);
            }
            if (enrolment.standing().equals("PENDING")
                    && (isSettled(known) || world.treated().contains(enrolment.subjectId()))) {
                unsettled.add(name);
            }
        }
        findings.measure("enrolments", world.enrolments().size())
                .found(Kind.UNSEEN, "enrolments that wait for what was decided or done", unsettled)
                .found(Kind.HALF_APPLIED, "enrolments that stand as nothing decided or done has it", unfounded);
    }

    /** By what stands: of each stage the latest. */
    private static boolean isSettled(List<Decision> known) {
        return known.stream()
                .collect(Collectors.toMap(
                        Decision::stage, one -> one, BinaryOperator.maxBy(Comparator.comparingLong(Decision::order))))
                .values()
                .stream()
                .anyMatch(one -> FOR.contains(one.decision()) || AGAINST.contains(one.decision()));
    }

    private record Asked(String candidateId, String facilityId, String protocol) {}

    private static Asked of(Decision decision) {
        return new Asked(decision.candidateId(), decision.facilityId(), decision.protocol());
    }

    private static Asked of(Enrolment enrolment) {
        return new Asked(enrolment.candidateId(), enrolment.facilityId(), enrolment.protocol());
    }

    private static void links(Snapshot.World world, Findings findings) {
        Map<String, String> candidates = new HashMap<>();
        world.enrolments().forEach(one -> candidates.put(one.subjectId(), one.candidateId()));
        var unlinked = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var one : world.cases()) {
            if (one.subjectLinked() != null) {
                if (!isAbout(one, one.subjectLinked(), candidates.getOrDefault(one.subjectLinked(), ""))) {
                    wrong.add(one.caseId() + " " + one.subjectLinked());
                }
            } else if (candidates.entrySet().stream()
                    .anyMatch(known -> isAbout(one, known.getKey(), known.getValue()))) {
                unlinked.add(one.caseId());
            }
        }
        findings.measure("cases", world.cases().size())
                .found(Kind.UNSEEN, "cases not linked although whom they name is enrolled", unlinked)
                .found(Kind.HALF_APPLIED, "cases linked to somebody whom they do not name", wrong);
    }

    /** One that names a subject and a candidate is about nobody unless the two are the same. */
    private static boolean isAbout(Reported reported, String subjectId, String candidateId) {
        var subject = reported.subjectNamed();
        var candidate = reported.candidateNamed();
        return (subject != null || candidate != null)
                && (subject == null || subject.equals(subjectId))
                && (candidate == null || candidate.equals(candidateId));
    }
}
