package org.saisei.adverseevent.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The four minimum elements of a valid case: an identifiable patient, an identifiable reporter, a suspect, a reaction or a
 * malfunction (S-A1).
 *
 * <p>For a malfunction the lot stands for the patient, whether or not somebody was harmed: harm told beside a malfunction
 * never holds it back. A patient who is named identifies it too (ours): a report is not held back for a lot number.
 *
 * <p>Whether a reaction can be coded here is no part of this.
 */
final class MinimumElements {
    private MinimumElements() {}

    /** JSON pointers into the report of what is lacking; empty for a valid case. */
    static List<String> missing(CaseContent content) {
        var missing = new ArrayList<String>();
        boolean malfunction = content.malfunction() != null;
        if (!patientIdentified(content) && !(malfunction && lotNamed(content))) {
            missing.add(malfunction && content.reaction() == null ? "/malfunction/lotNumber" : "/patient");
        }
        if (content.reporter() == null || !content.reporter().identifies()) {
            missing.add("/reporter");
        }
        if (content.suspects().isEmpty()) {
            missing.add("/suspects");
        }
        if (!malfunction && (content.reaction() == null || !content.reaction().tells())) {
            missing.add("/reaction");
        }
        return List.copyOf(missing);
    }

    private static boolean patientIdentified(CaseContent content) {
        return content.patient() != null && content.patient().identifies();
    }

    private static boolean lotNamed(CaseContent content) {
        @Nullable Malfunction malfunction = content.malfunction();
        return (malfunction != null && malfunction.lotNumber() != null)
                || content.suspects().stream()
                        .anyMatch(suspect -> suspect.suspect() == Suspect.Kind.PRODUCT && suspect.lotNumber() != null);
    }
}
