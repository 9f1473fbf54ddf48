package org.saisei.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.SqlFailure;

/** One work and the last day it was done for. */
final class Duty {
    private static final Logger LOG = Logger.getLogger(Duty.class);
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private final DayWork work;
    private final InstantSource clock;
    /** At first the day before it was taken on, which nobody needs done. */
    private volatile LocalDate doneFor;

    private @Nullable Instant failureTold;

    Duty(DayWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
        this.doneFor = RegulatoryDays.today(clock).minusDays(1);
    }

    String name() {
        return work.name();
    }

    /** Days whose work waits; 0 where that of today is done. */
    double daysBehind() {
        return Math.max(0, ChronoUnit.DAYS.between(doneFor, RegulatoryDays.today(clock)));
    }

    /** Never throws, but for a machine that is out of order: a work that cannot be done is tried again. */
    void see() {
        var today = RegulatoryDays.today(clock);
        if (today.equals(doneFor)) {
            return;
        }
        try {
            work.dayHasCome(today);
            doneFor = today;
            if (failureTold != null) {
                LOG.infof("%s: the work of %s is done after all", work.name(), today);
            }
            failureTold = null;
        } catch (VirtualMachineError end) {
            LOG.errorf(end, "%s: no day's work is done any more; restart the service", work.name());
            throw end;
        } catch (RuntimeException | Error failure) {
            tell(today, failure);
        }
    }

    private void tell(LocalDate today, Throwable failure) {
        var now = clock.instant();
        if (failureTold != null && now.isBefore(failureTold.plus(TOLD_AGAIN_AFTER))) {
            return;
        }
        failureTold = now;
        if (SqlFailure.of(failure) == SqlFailure.TRANSIENT) {
            LOG.warnf("%s: the work of %s is tried again: %s", work.name(), today, SqlFailure.brief(failure));
        } else {
            LOG.errorf(failure, "%s: the work of %s fails and is tried again", work.name(), today);
        }
    }
}
