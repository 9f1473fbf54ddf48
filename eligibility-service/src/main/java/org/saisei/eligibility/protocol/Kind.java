package org.saisei.eligibility.protocol;

/** What a criterion does to a decision, and so which two verdicts it can yield when its data are there. */
public enum Kind {
    REQUIREMENT(Verdict.MET, Verdict.NOT_MET),
    /** 禁忌, 除外. */
    EXCLUSION(Verdict.ABSENT, Verdict.PRESENT),
    /** 推奨されないが…慎重に考慮. */
    CAUTION(Verdict.ABSENT, Verdict.PRESENT),
    /** 目安, 参考: warns, and leaves the decision alone. */
    ADVISORY(Verdict.WITHIN, Verdict.OUTSIDE),
    /** 優先: ranks eligible patients against each other and judges none of them. */
    PRIORITY(Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE);

    private final Verdict satisfied;
    private final Verdict notSatisfied;

    Kind(Verdict satisfied, Verdict notSatisfied) {
        this.satisfied = satisfied;
        this.notSatisfied = notSatisfied;
    }

    /** The verdict that a finding amounts to under this kind. */
    public Verdict verdict(Finding finding) {
        return switch (finding) {
            case Finding.Satisfied s -> satisfied;
            case Finding.NotSatisfied n -> notSatisfied;
            case Finding.Unknown u -> Verdict.UNKNOWN;
            case Finding.NotApplicable n -> Verdict.NOT_APPLICABLE;
        };
    }
}
