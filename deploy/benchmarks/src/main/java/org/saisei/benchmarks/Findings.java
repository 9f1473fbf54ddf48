package org.saisei.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FactList;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

/** Takes what the peer's rules find of one patient, and makes of it all that the service's caller sees. */
public final class Findings {
    private static final Criterion<?>[] CRITERIA =
            Known.PROTOCOL.patientCriteria().toArray(Criterion<?>[]::new);
    private static final Text AFTER_FIRST_COLLECTION = new Text(
            "説明又は同意が最初の採取より後である（投与よりは前）。",
            "Explanation or consent came after the first collection, though before the administration.");

    private final Circumstances circumstances;
    private final Judged[] judged = new Judged[CRITERIA.length];

    /** A rule's finding under the criterion's wording. */
    private record Found(Criterion<?> criterion, Finding finding) implements Criterion<Circumstances> {
        @Override
        public CriterionInfo info() {
            return criterion.info();
        }

        @Override
        public List<Parameter> parameters() {
            return criterion.parameters();
        }

        @Override
        public Finding judge(Circumstances circumstances) {
            return finding;
        }
    }

    Findings(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    public void satisfied(Said said) {
        put(said, new Finding.Satisfied(said.shown(circumstances), null));
    }

    public void satisfiedAfterFirstCollection(Said said) {
        put(said, new Finding.Satisfied(said.shown(circumstances), AFTER_FIRST_COLLECTION));
    }

    public void notSatisfied(Said said) {
        notSatisfied(said, true);
    }

    public void notSatisfied(Said said, boolean declarable) {
        put(said, new Finding.NotSatisfied(said.shown(circumstances), declarable));
    }

    /** With those of the facts that are not known. */
    public void unknown(Said said, FactList asked) {
        unknown(said, circumstances.facts().missing(asked));
    }

    /** With those of the facts it looks at that are not known. */
    public void unknown(Said said) {
        unknown(said, said.looksAt());
    }

    public void unknown(Said said, List<String> missing) {
        put(said, new Finding.Unknown(missing, said.shown(circumstances)));
    }

    public void unknownAge(Said said) {
        put(said, new Finding.Unknown(Known.AGE.pointers(), Map.of()));
    }

    public void notAChild(Said said) {
        put(said, new Finding.NotApplicable(circumstances.facts().shown(Known.AGE)));
    }

    public void notAtStage(Said said) {
        put(said, new Finding.NotApplicable(Map.of("stage", circumstances.stage())));
    }

    /** An AIS that is not the one immediately before the administration. */
    public void anotherAis(Said said) {
        var missing = new ArrayList<>(Known.AIS.pointers());
        missing.addAll(circumstances.facts().missing(Known.STEPS_AROUND_AIS));
        unknown(said, missing);
    }

    /** @param collection pointer of the day to be known; null for none */
    public void unknownConsent(Said said, @Nullable String collection) {
        var missing = new ArrayList<>(circumstances.facts().missing(Known.CONSENT));
        if (collection != null) {
            missing.add(collection);
        }
        unknown(said, missing);
    }

    private void put(Said said, Finding finding) {
        if (judged[said.ordinal()] != null) {
            throw new IllegalStateException("two verdicts of " + said);
        }
        judged[said.ordinal()] = Judge.one(new Found(CRITERIA[said.ordinal()], finding), circumstances);
    }

    Result result(boolean declared) {
        var verdicts = List.of(judged);
        return new Result(Decision.of(verdicts, declared), coverage(), verdicts);
    }

    private @Nullable Coverage coverage() {
        if (circumstances.stage().equals("PLANNING")) {
            return null;
        }
        var traumatic = judged[Said.P1.ordinal()].verdict();
        if (traumatic == Verdict.NOT_MET) {
            return Coverage.NOT_COVERED;
        }
        return switch (judged[Said.P2.ordinal()].verdict()) {
            case MET -> traumatic == Verdict.MET ? Coverage.COVERED : Coverage.UNKNOWN;
            case NOT_MET -> Coverage.NOT_COVERED;
            default -> Coverage.UNKNOWN;
        };
    }
}
