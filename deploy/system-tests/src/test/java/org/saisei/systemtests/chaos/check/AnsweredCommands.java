package org.saisei.systemtests.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.check.Commands.Command;
import org.saisei.systemtests.chaos.check.Snapshot.Effect;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/** What was answered is there, once and where the answer said; what was refused is not there. */
final class AnsweredCommands implements Rule {

    private static final class Judged {
        private final List<String> lost = new ArrayList<>();
        private final List<String> twice = new ArrayList<>();
        private final List<String> elsewhere = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
    }

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        var commands = Commands.of(history).stream()
                .filter(command -> Commands.WITH_EFFECT.contains(command.operation()))
                .toList();
        var effects = snapshot.services().values().stream()
                .flatMap(service -> service.effects().stream())
                .toList();
        var judged = new Judged();
        var byDocument = effects.stream()
                .filter(effect -> effect.documentNumber() != null)
                .collect(Collectors.groupingBy(effect -> effect.operation() + " " + effect.documentNumber()));
        commands.stream()
                .filter(command -> command.documentNumber() != null)
                .forEach(command -> judge(
                        command,
                        byDocument.getOrDefault(command.operation() + " " + command.documentNumber(), List.of()),
                        judged));
        countByAggregate(commands, effects, judged);
        for (var outcome : Outcome.values()) {
            findings.measure(
                    "commands " + outcome,
                    commands.stream()
                            .filter(command -> command.outcome() == outcome)
                            .count());
        }
        findings.found(Kind.LOST, "answered, and not there", judged.lost)
                .found(Kind.DUPLICATED, "one command, and more than one effect", judged.twice)
                .found(Kind.DUPLICATED, "answered with another place than the one where it is", judged.elsewhere)
                .found(Kind.HALF_APPLIED, "refused, and there all the same", judged.refused);
    }

    private static void judge(Command command, List<Effect> effects, Judged judged) {
        if (effects.size() > 1) {
            judged.twice.add(command.toString());
        }
        switch (command.outcome()) {
            case OK -> {
                if (effects.isEmpty()) {
                    judged.lost.add(command.toString());
                } else if (command.locations().stream()
                        .anyMatch(place -> effects.stream()
                                .noneMatch(effect -> effect.location().equals(place)))) {
                    judged.elsewhere.add(command.toString());
                }
            }
            case FAIL -> {
                if (!effects.isEmpty()) {
                    judged.refused.add(command.toString());
                }
            }
            case UNKNOWN -> {
                // either is right; whether it is there as a whole is another rule's
            }
        }
    }

    /** Where a command has no number of its own, there are at least as many effects on its aggregate as were answered. */
    private static void countByAggregate(List<Command> commands, List<Effect> effects, Judged judged) {
        Map<String, Long> there = new HashMap<>();
        effects.stream()
                .filter(effect -> effect.documentNumber() == null)
                .forEach(effect -> Stream.of(effect.about(), effect.id(), effect.location())
                        .distinct()
                        .forEach(name -> there.merge(effect.operation() + " " + name, 1L, Long::sum)));
        commands.stream()
                .filter(command -> command.documentNumber() == null && command.outcome() == Outcome.OK)
                .collect(Collectors.groupingBy(AnsweredCommands::aggregate))
                .forEach((aggregate, answered) -> {
                    long found = there.getOrDefault(aggregate, 0L);
                    if (found < answered.size()) {
                        judged.lost.add(aggregate + ": " + answered.size() + " answered, " + found + " there");
                    }
                });
    }

    private static String aggregate(Command command) {
        var about = command.first().about();
        return command.operation() + " "
                + (about == null ? command.locations().stream().findFirst().orElse("") : about);
    }
}
