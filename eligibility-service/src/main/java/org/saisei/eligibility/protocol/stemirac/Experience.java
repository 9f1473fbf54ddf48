package org.saisei.eligibility.protocol.stemirac;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Text;

/**
 * Holds what is stated of a physician against minimums; what is not stated is missing. Nobody has ten years of training
 * before ten years have passed since licensing. Years and cases grow: stated of a later day, they leave open whether they
 * sufficed before, unless they are too few even then. An ability may be lost: stated of a later day, it leaves open both.
 */
final class Experience {
    private static final int YEARS = 10;

    private final PhysicianOnDay subject;
    /** The day of which it is stated, where that is after the day looked at. */
    private final @Nullable LocalDate statedLater;

    private final Map<String, Object> values;
    private final List<String> missing = new ArrayList<>();
    private boolean tooLittle;

    Experience(PhysicianOnDay subject) {
        this.subject = subject;
        var asOf = subject.physician().experienceAsOf();
        this.statedLater = asOf != null && asOf.isAfter(subject.day()) ? asOf : null;
        var licensed = subject.physician().licensedOn();
        this.values = new HashMap<>(Map.of(
                "day",
                subject.day(),
                "licensedOn",
                licensed,
                "yearsSinceLicensing",
                Math.max(0, ChronoUnit.YEARS.between(licensed, subject.day()))));
        this.tooLittle = subject.day().isBefore(earliest(subject.physician()));
    }

    /**
     * What of such a criterion is ours.
     *
     * @param yearsJa that must have passed since licensing
     * @param years the same in English
     */
    static Text ours(String yearsJa, String years) {
        return new Text(
                "医師免許取得から " + yearsJa + "が経過するまでは満たさないとし、experienceAsOf より前の日については、年数や件数が"
                        + " experienceAsOf の時点でも足りない場合を除き、満たしていたか不明とすること",
                "that it is not met before " + years + " have passed since licensing, and that of days before"
                        + " experienceAsOf it is unknown whether it was met, unless the years or cases stated are too"
                        + " few even as of that day");
    }

    /** First day on which ten years have been completed since licensing; of 29 February, on 1 March. */
    static LocalDate earliest(Physician physician) {
        var licensed = physician.licensedOn();
        var day = licensed.plusYears(YEARS);
        return day.getDayOfMonth() < licensed.getDayOfMonth() ? day.plusDays(1) : day;
    }

    Experience note(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** @param member of the physician's record */
    Experience atLeast(BigDecimal minimum, String name, @Nullable BigDecimal stated, String member) {
        keep(stated, name, member);
        tooLittle |= stated != null && stated.compareTo(minimum) < 0;
        return this;
    }

    Experience atLeast(int minimum, @Nullable Integer stated, String member) {
        keep(stated, member, member);
        tooLittle |= stated != null && stated < minimum;
        return this;
    }

    Experience assessesAis() {
        var stated = subject.physician().assessesAis();
        keep(stated, "assessesAis", "assessesAis");
        tooLittle |= Boolean.FALSE.equals(stated) && statedLater == null;
        return this;
    }

    Finding finding() {
        if (tooLittle) {
            return Finding.of(false, values);
        }
        if (statedLater != null) {
            missing.add(subject.pointer("experienceAsOf"));
            values.put("experienceAsOf", statedLater);
        }
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }

    private void keep(@Nullable Object stated, String name, String member) {
        if (stated == null) {
            missing.add(subject.pointer(member));
        } else {
            values.put(name, stated);
        }
    }
}
