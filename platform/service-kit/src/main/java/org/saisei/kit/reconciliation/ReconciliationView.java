package org.saisei.kit.reconciliation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as an operator reads it. */
@Schema(name = "Reconciliation")
record ReconciliationView(
        @Schema(description = "What was stored from here on was looked at")
        Instant since,

        Instant until,

        @Schema(description = "False if a check could not look at all of it: that it found nothing then says nothing")
        boolean complete,

        @Schema(description = "Anomalies of all checks by kind")
        Map<Anomaly.Kind, Long> totals,

        List<CheckView> checks) {

    @Schema(name = "ReconciliationCheck")
    record CheckView(
            String check,
            boolean complete,

            @Nullable @Schema(description = "Class of what kept it from looking; absent for nothing")
            String failure,

            long tookMillis,

            @Schema(description = "What was looked at or waits, by name; no anomalies")
            Map<String, Long> measures,

            List<AnomalyView> anomalies) {}

    @Schema(name = "ReconciliationAnomaly")
    record AnomalyView(
            @Schema(
                    description =
                            "LOST: not where it must be. DUPLICATED: two in the place of one. REORDERED: after what it must"
                                    + " come before. UNSEEN: not taken on for longer than it takes. HALF_APPLIED: one part of"
                                    + " what belongs together")
            Anomaly.Kind kind,

            String what,
            long count,

            @Schema(description = "Up to 20 of them") List<String> ids) {}

    static ReconciliationView of(Reconciliation.Report report) {
        var totals = new LinkedHashMap<Anomaly.Kind, Long>();
        for (var kind : Anomaly.Kind.values()) {
            totals.put(kind, 0L);
        }
        report.looked()
                .forEach(looked -> looked.findings()
                        .anomalies()
                        .forEach(anomaly -> totals.merge(anomaly.kind(), anomaly.count(), Long::sum)));
        return new ReconciliationView(
                report.since(),
                report.until(),
                report.looked().stream().allMatch(Reconciliation.Looked::isComplete),
                totals,
                report.looked().stream().map(ReconciliationView::check).toList());
    }

    private static CheckView check(Reconciliation.Looked looked) {
        return new CheckView(
                looked.check(),
                looked.isComplete(),
                looked.failure(),
                looked.millis(),
                looked.findings().measures(),
                looked.findings().anomalies().stream()
                        .map(anomaly -> new AnomalyView(anomaly.kind(), anomaly.what(), anomaly.count(), anomaly.ids()))
                        .toList());
    }
}
