package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.util.List;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Text;

/** S-D1 (医師要件ア) and S-D2 (医師要件イ): the same experience in two specialties, and a physician may have both. */
enum PhysicianExperience implements Criterion<PhysicianOnDay> {
    ORTHOPAEDICS(
            "S-D1",
            "表7-1; 保医発0225第10号(3)①ア「医師要件ア」",
            Specialty.ORTHOPAEDICS_INCLUDING_SPINE,
            new Text(
                    "医師免許取得後、脊髄領域を含む整形外科に関する 10 年以上の修練を行い、脊髄損傷に関する十分な臨床経験（計 30 件以上）を有し、AIS 評価が適切に行えること。",
                    "After licensing at least 10 years' training in orthopaedics including spine, at least 30"
                            + " spinal-cord-injury cases in all, and able to assess AIS.")),
    NEUROSURGERY(
            "S-D2",
            "表7-1; 保医発0225第10号(3)①イ「医師要件イ」",
            Specialty.NEUROSURGERY_INCLUDING_SPINE,
            new Text(
                    "医師免許取得後、脊髄領域を含む脳神経外科に関する 10 年以上の修練を行い、脊髄損傷に関する十分な臨床経験（計 30 件以上）を有し、AIS 評価が適切に行えること。",
                    "After licensing at least 10 years' training in neurosurgery including spine, at least 30"
                            + " spinal-cord-injury cases in all, and able to assess AIS."));

    private static final BigDecimal YEARS = BigDecimal.TEN;
    private static final int CASES = 30;

    private final CriterionInfo info;
    private final Specialty specialty;

    PhysicianExperience(String id, String clause, Specialty specialty, Text text) {
        this.info = CriterionInfo.physician(
                id,
                clause,
                text,
                List.of("/licensedOn", "/training", "/spinalCordInjuryCases", "/assessesAis", "/experienceAsOf"),
                Experience.ours("10 年", "10 years"));
        this.specialty = specialty;
    }

    @Override
    public CriterionInfo info() {
        return info;
    }

    @Override
    public Finding judge(PhysicianOnDay subject) {
        var physician = subject.physician();
        return new Experience(subject)
                .note("specialty", specialty)
                .atLeast(YEARS, "trainingYears", physician.trainingYears().get(specialty), "training")
                .atLeast(CASES, physician.spinalCordInjuryCases(), "spinalCordInjuryCases")
                .assessesAis()
                .finding();
    }
}
