package org.saisei.eligibility.assessment;

import java.util.List;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Kind;

/** An assessment's outcome (判定), in order of precedence: the first that any verdict calls for stands. */
public enum Decision {
    INELIGIBLE,
    INDETERMINATE,
    NOT_RECOMMENDED,
    ELIGIBLE_WITH_CAUTION,
    ELIGIBLE;

    /** @param declared whether there is a declaration that no other treatment option exists (他の治療選択肢がない) */
    public static Decision of(List<Judged> verdicts, boolean declared) {
        var decision = ELIGIBLE;
        for (var judged : verdicts) {
            var called = calledForBy(judged, declared);
            decision = called.compareTo(decision) < 0 ? called : decision;
        }
        return decision;
    }

    private static Decision calledForBy(Judged judged, boolean declared) {
        if (judged.kind() == Kind.ADVISORY) {
            return ELIGIBLE;
        }
        return switch (judged.verdict()) {
            case MET, ABSENT, WITHIN, NOT_APPLICABLE, OUTSIDE -> ELIGIBLE;
            case UNKNOWN -> INDETERMINATE;
            case NOT_MET -> INELIGIBLE;
            case PRESENT ->
                judged.kind() != Kind.CAUTION
                        ? INELIGIBLE
                        : declared && judged.declarable() ? ELIGIBLE_WITH_CAUTION : NOT_RECOMMENDED;
        };
    }
}
