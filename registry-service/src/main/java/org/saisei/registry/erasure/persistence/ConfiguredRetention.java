package org.saisei.registry.erasure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.saisei.kit.database.Sql;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.erasure.Retention;

/**
 * By default twenty years, for which a medical institution keeps the records of a 指定再生医療等製品 (医薬品医療機器等法
 * 施行規則); which rule holds is for the operator to find out and to set.
 */
@ApplicationScoped
class ConfiguredRetention implements Retention {
    private final Sql sql;
    private final Period period;

    ConfiguredRetention(
            Sql sql, @ConfigProperty(name = "saisei.retention.identity", defaultValue = "P20Y") Period period) {
        if (period.isNegative()) {
            throw new IllegalArgumentException("saisei.retention.identity is a period such as P20Y, not below zero");
        }
        this.sql = sql;
        this.period = period;
    }

    @Override
    public LocalDate until(Subject subject) {
        return sql.first(
                        "SELECT greatest(?, max(happened_on)) FROM treatment_fact WHERE subject_id = ?",
                        row -> row.getObject(1, LocalDate.class),
                        subject.enrolledOn(),
                        subject.subjectId().number())
                .orElseThrow()
                .plus(period);
    }
}
