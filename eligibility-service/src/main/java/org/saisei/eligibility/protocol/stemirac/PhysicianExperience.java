package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Physician;
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

    private final String id;
    private final String clause;
    private final Specialty specialty;
    private final Text text;

    PhysicianExperience(String id, String clause, Specialty specialty, Text text) {
        this.id = id;
        this.clause = clause;
        this.specialty = specialty;
        this.text = text;
    }

    @Override
    public CriterionInfo info() {
        return CriterionInfo.physician(
                id, clause, text, List.of("/licensedOn", "/training", "/spinalCordInjuryCases", "/assessesAis"));
    }

    /** Judged on the day looked at: nobody has ten years of training before ten years have passed since licensing. */
    @Override
    public Finding judge(PhysicianOnDay subject) {
        var physician = subject.physician();
        var years = physician.trainingYears().get(specialty);
        var cases = physician.spinalCordInjuryCases();
        var assessesAis = physician.assessesAis();
        var values = new HashMap<String, Object>(Map.of(
                "day",
                subject.day(),
                "licensedOn",
                physician.licensedOn(),
                "yearsSinceLicensing",
                Math.max(0, ChronoUnit.YEARS.between(physician.licensedOn(), subject.day())),
                "specialty",
                specialty));
        var missing = new ArrayList<String>();
        keep(years, "trainingYears", subject.pointer("training"), values, missing);
        keep(cases, "spinalCordInjuryCases", subject.pointer("spinalCordInjuryCases"), values, missing);
        keep(assessesAis, "assessesAis", subject.pointer("assessesAis"), values, missing);
        if (subject.day().isBefore(earliest(physician))
                || (years != null && years.compareTo(YEARS) < 0)
                || (cases != null && cases < CASES)
                || Boolean.FALSE.equals(assessesAis)) {
            return Finding.of(false, values);
        }
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }

    /** First day on which ten years have been completed since licensing; of 29 February, on 1 March. */
    static LocalDate earliest(Physician physician) {
        var licensed = physician.licensedOn();
        var day = licensed.plusYears(YEARS.intValueExact());
        return day.getDayOfMonth() < licensed.getDayOfMonth() ? day.plusDays(1) : day;
    }

    private static void keep(
            @Nullable Object value, String name, String pointer, Map<String, Object> values, List<String> missing) {
        if (value == null) {
            missing.add(pointer);
        } else {
            values.put(name, value);
        }
    }
}
