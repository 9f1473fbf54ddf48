package org.saisei.systemtests.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.systemtests.chaos.history.Entry;
import org.saisei.systemtests.chaos.history.Entry.Attempt;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/** The commands of a history. */
final class Commands {

    /** Those whose rows are looked at; {@link EffectQueries} says which. */
    static final Set<String> WITH_EFFECT = Set.of(
            "stateFacility",
            "statePhysician",
            "accreditFacility",
            "suspendAccreditation",
            "resumeAccreditation",
            "withdrawAccreditation",
            "changeParameter",
            "assessPatient",
            "enrolSubject",
            "planAdministration",
            "recordCollection",
            "recordProduct",
            "recordAdministration",
            "correctCollection",
            "correctProduct",
            "correctAdministration",
            "placeLegalHold",
            "liftLegalHold",
            "eraseIdentity",
            "reportCase",
            "addCaseVersion");

    /** Of these a document number in the history is the aggregate's, not the command's. */
    private static final Set<String> WITHOUT_NUMBER = Set.of("stateFacility", "statePhysician", "addCaseVersion");

    /** Those that leave no row of a client's, and operators' ones, which the rules on inbox and outbox see. */
    static final Set<String> WITHOUT_EFFECT = Set.of(
            "checkTreatmentPlan",
            "screenPatients",
            "replayAssessment",
            "replayParkedEvent",
            "discardParkedEvent",
            "releaseRefusedEvent",
            "resolveForgottenEvent");

    private Commands() {}

    /** @param attempts in the order in which they were made, at least one */
    record Command(long number, List<Attempt> attempts) {

        Command {
            attempts = List.copyOf(attempts);
        }

        Attempt first() {
            return attempts.getFirst();
        }

        String operation() {
            return first().operation();
        }

        @Nullable
        String documentNumber() {
            return WITHOUT_NUMBER.contains(operation()) ? null : first().documentNumber();
        }

        /** A refusal after an attempt of unknown outcome says nothing of that attempt. */
        Outcome outcome() {
            var outcomes = attempts.stream().map(Attempt::outcome).collect(Collectors.toSet());
            if (outcomes.contains(Outcome.OK)) {
                return Outcome.OK;
            }
            return outcomes.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.FAIL;
        }

        /** Where the answers of those attempts lead that were answered well. */
        Set<String> locations() {
            return attempts.stream()
                    .filter(attempt -> attempt.outcome() == Outcome.OK && attempt.location() != null)
                    .map(attempt -> path(attempt.location()))
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return "command " + number + " " + operation() + " "
                    + (documentNumber() == null ? first().about() : documentNumber());
        }
    }

    /** Services answer with a path; a client may have made an address of it. */
    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    /** @throws IllegalArgumentException if the checker does not know an operation */
    static List<Command> of(List<Entry> history) {
        Map<Long, List<Attempt>> attempts = history.stream()
                .filter(Attempt.class::isInstance)
                .map(Attempt.class::cast)
                .collect(Collectors.groupingBy(Attempt::command, TreeMap::new, Collectors.toList()));
        var commands = attempts.entrySet().stream()
                .map(entry -> new Command(entry.getKey(), entry.getValue()))
                .toList();
        commands.forEach(Commands::known);
        return commands;
    }

    private static void known(Command command) {
        if (!Checker.knows(command.operation())) {
            throw new IllegalArgumentException("nobody has told the checker what " + command.operation() + " does");
        }
    }
}
