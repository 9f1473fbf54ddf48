package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.Verdict;

/** S-D3: of the one responsible at a facility that a patient is transferred to. */
final class RehabilitationExperience implements Criterion<PhysicianOnDay> {
    private static final String ID = "S-D3";
    private static final BigDecimal INITIAL_YEARS = BigDecimal.TWO;
    private static final BigDecimal YEARS = BigDecimal.valueOf(8);
    private static final int CASES = 50;

    private static final CriterionInfo INFO = CriterionInfo.physician(
            ID,
            "表7-2",
            new Text(
                    "医師免許取得後 2年の初期研修を修了した後に、脊髄損傷患者に対するリハビリテーションを含むリハビリテーションに関する 8年以上の修練を行い、脊髄損傷（非"
                            + "外傷性を含む）患者に対するリハビリテーションに関する十分な診療経験（計 50件以上）を有し、AIS 評価が適切に行えること。",
                    "After licensing 2 years' initial training, then at least 8 years' training in rehabilitation"
                            + " including that of spinal-cord-injury patients, at least 50 rehabilitation cases of"
                            + " spinal cord injury (non-traumatic included) in all, and able to assess AIS."),
            List.of(
                    "/licensedOn",
                    "/initialTrainingYears",
                    "/training",
                    "/spinalCordInjuryRehabilitationCases",
                    "/assessesAis",
                    "/experienceAsOf"),
            Experience.ours("10 年（2 年と 8 年）", "10 years (2 and 8)"));

    @Override
    public CriterionInfo info() {
        return INFO;
    }

    @Override
    public Finding judge(PhysicianOnDay subject) {
        var physician = subject.physician();
        return new Experience(subject)
                .note("specialty", Specialty.REHABILITATION)
                .atLeast(
                        INITIAL_YEARS, "initialTrainingYears", physician.initialTrainingYears(), "initialTrainingYears")
                .atLeast(YEARS, "trainingYears", physician.trainingYears().get(Specialty.REHABILITATION), "training")
                .atLeast(CASES, physician.spinalCordInjuryRehabilitationCases(), "spinalCordInjuryRehabilitationCases")
                .assessesAis()
                .finding();
    }

    /** Every period in which a physician is known to be placed for that, trained and to meet it. */
    Stream<ResponsiblePhysician> periods(List<Physician> physicians) {
        return Placed.periods(
                physicians,
                PlacementRole.RESPONSIBLE_AFTER_TRANSFER,
                physician -> Judge.one(this, physician).verdict() == Verdict.MET ? List.of(ID) : List.of());
    }
}
