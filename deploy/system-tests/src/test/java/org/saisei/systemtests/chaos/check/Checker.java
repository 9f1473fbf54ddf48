package org.saisei.systemtests.chaos.check;

import java.util.List;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.history.Entry;

/** Holds a history against the databases and topics that it was made on. */
public final class Checker {
    private static final List<Rule> RULES = List.of(
            new AnsweredCommands(),
            new WholeCommands(),
            new PublishedEvents(),
            new SequencesInOrder(),
            new AppliedOnce(),
            new ReactionsOnce(),
            new ServicesAgree(),
            new SeenOnStream(),
            new TrailsVerified(),
            new SelfReports());

    private Checker() {}

    /** To be called when no command is on its way any more, all parts run, and what was on its way has had time to arrive. */
    public static Verdict check(List<Entry> history, Sources sources) {
        return judge(history, SnapshotReader.read(sources));
    }

    /** Whether it has been told what the operation does; a history with one of which it has not is no use to it. */
    public static boolean knows(String operationId) {
        return Commands.WITH_EFFECT.contains(operationId) || Commands.WITHOUT_EFFECT.contains(operationId);
    }

    static Verdict judge(List<Entry> history, Snapshot snapshot) {
        var findings = new Findings();
        RULES.forEach(rule -> rule.judge(history, snapshot, findings));
        return new Verdict(findings.anomalies(), findings.measures());
    }
}
