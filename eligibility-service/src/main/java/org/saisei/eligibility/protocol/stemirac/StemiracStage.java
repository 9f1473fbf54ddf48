package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import java.util.Set;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.eligibility.protocol.Text;

/** When a patient is assessed under STEMIRAC. */
final class StemiracStage {
    static final String PLANNING = "PLANNING";
    static final String PRE_ADMINISTRATION = "PRE_ADMINISTRATION";

    static final List<Stage> ALL = List.of(
            new Stage(PLANNING, new Text("採取計画の策定の段階", "the collection plan is made")),
            new Stage(PRE_ADMINISTRATION, new Text("投与直前", "immediately before the administration")));

    static final Set<String> BOTH = Set.of(PLANNING, PRE_ADMINISTRATION);

    private StemiracStage() {}
}
