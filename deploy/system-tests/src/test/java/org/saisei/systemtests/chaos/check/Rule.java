package org.saisei.systemtests.chaos.check;

import java.util.List;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.history.Entry;

/** Something that holds after every run. A pure function. */
interface Rule {

    /** Adds what breaks the rule, and how much was looked at. */
    void judge(List<Entry> history, Snapshot snapshot, Findings findings);
}
