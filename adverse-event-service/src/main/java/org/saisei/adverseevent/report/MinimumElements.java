package org.saisei.adverseevent.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The four minimum elements of a valid case: an identifiable patient, an identifiable reporter, a suspect, a reaction or a
 * malfunction (S-A1).
 *
 * <p>For a malfunction without harm the lot stands for the patient. A patient who is named identifies it too (ours): a
 * report is not held back for a lot number.
 */
final class MinimumElements {
    private MinimumElements() {}

    /** JSON pointers into the report of what is lacking; empty for a valid case. */
    static List<String> missing(CaseContent content) {
        var missing = new ArrayList<String>();
        boolean withoutHarm = content.malfunction() != null && content.reaction() == null;
        if (!patientIdentified(content) && !(withoutHarm && lotNamed(content))) {
            missing.add(withoutHarm ? "/malfunction/lotNumber" : "/patient");
        }
        if (content.reporter() == null) {
            missing.add("/reporter");
        } else if (content.reporter().reference() == null) {
            missing.add("/reporter/reference");
        }
        if (content.suspects().isEmpty()) {
            missing.add("/suspects");
        }
        if (content.reaction() == null && content.malfunction() == null) {
            missing.add("/reaction");
        } else if (content.reaction() != null && content.reaction().term() == null) {
            missing.add("/reaction/term");
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
