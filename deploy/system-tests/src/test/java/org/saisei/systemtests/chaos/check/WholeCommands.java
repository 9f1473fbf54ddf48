package org.saisei.systemtests.chaos.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Snapshot.Effect;
import org.saisei.systemtests.chaos.check.Snapshot.Write;
import org.saisei.systemtests.chaos.history.Entry;

/**
 * All that a command writes is there, or nothing of it, whatever its client knows: the rows, one audit row, the answer kept for
 * repeats, and what {@link Snapshot#agreements} says of its events.
 */
final class WholeCommands implements Rule {

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        snapshot.services().forEach((name, service) -> {
            findings.found(
                    Kind.HALF_APPLIED,
                    name + ": there without what belongs to it",
                    service.effects().stream()
                            .flatMap(effect -> effect.lacks().stream()
                                    .map(lack -> effect.operation() + " " + effect.id() + " lacks " + lack))
                            .toList());
            new Agreement(
                            name + ": audit rows of commands",
                            Kind.HALF_APPLIED,
                            counts(service.effects().stream(), effect -> effect.operation() + " " + effect.id()),
                            counts(
                                    service.writes().stream()
                                            .filter(write -> Commands.WITH_EFFECT.contains(write.action())),
                                    (Write write) -> write.action() + " " + write.id()))
                    .judge(findings);
            keptAnswers(name, service).judge(findings);
        });
        long effects = snapshot.services().values().stream()
                .mapToLong(service -> service.effects().size())
                .sum();
        findings.measure("effects", effects);
    }

    /** What was kept of a subject before its identity was erased is forgotten with it. */
    private static Agreement keptAnswers(String name, Snapshot.Service service) {
        Set<String> erased = service.effects().stream()
                .filter(effect -> effect.operation().equals("eraseIdentity"))
                .map(Effect::about)
                .collect(Collectors.toSet());
        Predicate<String> lasting = place -> erased.stream().noneMatch(subject -> isBelow(place, subject));
        var known = new HashMap<String, String>();
        service.kept().forEach((place, count) -> {
            if (lasting.test(place)) {
                known.put(place, String.valueOf(count));
            }
        });
        return new Agreement(
                name + ": answers kept for repeats",
                Kind.HALF_APPLIED,
                counts(
                        service.effects().stream()
                                .filter(Effect::keyed)
                                .filter(effect -> lasting.test(effect.location())),
                        Effect::location),
                known);
    }

    private static boolean isBelow(String place, String subject) {
        return place.equals("/subjects/" + subject) || place.startsWith("/subjects/" + subject + "/");
    }

    static <T> Map<String, String> counts(Stream<T> all, Function<T, String> id) {
        var counts = new HashMap<String, String>();
        all.collect(Collectors.groupingBy(id, Collectors.counting()))
                .forEach((key, count) -> counts.put(key, String.valueOf(count)));
        return counts;
    }
}
