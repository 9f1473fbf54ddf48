package org.saisei.systemtests.chaos.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.systemtests.chaos.history.Entry;

/** Every database's audit trail is as it was sealed and as its heads were told. */
final class TrailsVerified implements Rule {

    @Override
    public void judge(List<Entry> history, Snapshot snapshot, Findings findings) {
        snapshot.services().forEach((name, service) -> {
            for (var found : service.trail()) {
                var kind = kind(found);
                if (kind != null) {
                    findings.found(kind, name + ": audit trail", List.of(found.text()));
                }
            }
        });
    }

    /** Null for what may be. */
    private static @Nullable Kind kind(Finding finding) {
        return switch (finding) {
            case Finding.RowRemoved removed -> Kind.LOST;
            case Finding.BlocksRemoved removed -> Kind.LOST;
            case Finding.BehindHead behind -> Kind.LOST;
            case Finding.RestoredAndContinued restored -> Kind.LOST;
            case Finding.RowInserted inserted -> Kind.DUPLICATED;
            case Finding.SealedTwice twice -> Kind.DUPLICATED;
            case Finding.RowMoved moved -> Kind.REORDERED;
            case Finding.NothingSealed nothing -> Kind.UNSEEN;
            case Finding.RowChanged changed -> Kind.HALF_APPLIED;
            case Finding.BlockChanged changed -> Kind.HALF_APPLIED;
            case Finding.ChainBroken broken -> Kind.HALF_APPLIED;
            case Finding.ChainRewritten rewritten -> Kind.HALF_APPLIED;
            case Finding.FormatUnknown unknown -> Kind.HALF_APPLIED;
            case Finding.GuardOff off -> Kind.HALF_APPLIED;
            case Finding.HistoryOff off -> Kind.HALF_APPLIED;
            case Finding.OriginChanged changed -> null;
        };
    }
}
