package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A criterion's verdict as it is kept: with its wording and citation of that day, so that the record speaks for itself
 * when the catalogue has moved on.
 *
 * @param criterion rule id
 * @param ours true if something of the criterion is ours and not the source's
 * @param oursNote what of it, a registrar's change of a parameter included; null if nothing
 * @param values what was looked at
 * @param missing JSON pointers of the fields that would settle it, those under {@code /attestations},
 *     {@code /links} and {@code /physicians} in the facility's record; empty unless {@link Verdict#UNKNOWN}
 * @param deviation what departs from the rule although it is satisfied (逸脱); null if nothing
 * @param declarable false if a declaration that no other treatment option exists does not carry this caution
 * @param parameters the values that it was judged with of the parameters that the criterion reads, by code; empty if it
 *     reads none, or if it was kept before they were shown here
 */
public record Judged(
        String criterion,
        Kind kind,
        Verdict verdict,
        boolean ours,
        @Nullable Text oursNote,
        String clause,
        Text text,
        Map<String, Object> values,
        List<String> missing,
        @Nullable Text deviation,
        boolean declarable,
        Map<String, BigDecimal> parameters) {

    public Judged {
        values = Values.normalised(values);
        missing = List.copyOf(missing);
        parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(parameters);
    }

    /** By a criterion that reads no parameters. */
    static Judged of(CriterionInfo info, Finding finding) {
        return of(info, finding, info.ours(), Map.of());
    }

    /**
     * @param ours what of the criterion is ours, with what a registrar has changed; null if nothing
     * @param parameters the values judged with
     */
    static Judged of(CriterionInfo info, Finding finding, @Nullable Text ours, Map<String, BigDecimal> parameters) {
        return switch (finding) {
            case Finding.Satisfied(var values, var deviation) ->
                of(info, finding, ours, parameters, values, List.of(), deviation, true);
            case Finding.NotSatisfied(var values, var declarable) ->
                of(info, finding, ours, parameters, values, List.of(), null, declarable);
            case Finding.Unknown(var missing, var values) ->
                of(info, finding, ours, parameters, values, missing, null, true);
            case Finding.NotApplicable(var values) ->
                of(info, finding, ours, parameters, values, List.of(), null, true);
        };
    }

    private static Judged of(
            CriterionInfo info,
            Finding finding,
            @Nullable Text ours,
            Map<String, BigDecimal> parameters,
            Map<String, Object> values,
            List<String> missing,
            @Nullable Text deviation,
            boolean declarable) {
        return new Judged(
                info.id(),
                info.kind(),
                info.kind().verdict(finding),
                ours != null,
                ours,
                info.clause(),
                info.text(),
                values,
                missing,
                deviation,
                declarable,
                parameters);
    }

    /** With other pointers to the same fields. */
    public Judged withMissing(List<String> pointers) {
        return new Judged(
                criterion,
                kind,
                verdict,
                ours,
                oursNote,
                clause,
                text,
                values,
                pointers,
                deviation,
                declarable,
                parameters);
    }

    /** True if the two differ in nothing but wording and citation. */
    public boolean saysTheSameAs(Judged other) {
        return criterion.equals(other.criterion)
                && kind == other.kind
                && verdict == other.verdict
                && values.equals(other.values)
                && missing.equals(other.missing)
                && (deviation == null) == (other.deviation == null)
                && declarable == other.declarable;
    }

    /** True if the two have the same wording and citation. */
    public boolean isWordedAs(Judged other) {
        return ours == other.ours
                && Objects.equals(oursNote, other.oursNote)
                && clause.equals(other.clause)
                && text.equals(other.text)
                && Objects.equals(deviation, other.deviation);
    }

    /** True for the verdicts that stand against a patient, a facility or a plan: known and not satisfied. */
    public boolean notSatisfied() {
        return switch (verdict) {
            case NOT_MET, PRESENT, OUTSIDE -> true;
            case MET, ABSENT, WITHIN, UNKNOWN, NOT_APPLICABLE -> false;
        };
    }
}
