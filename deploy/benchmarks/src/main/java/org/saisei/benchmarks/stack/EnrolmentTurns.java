package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;

/** Turns of enrolments at one registry, each of patients whom it has not met. */
final class EnrolmentTurns {
    /** More than a round can use. */
    private static final int DECISIONS_PER_SECOND = 5_000;

    private static final double GAIN = 1.03;
    private static final int TURNS_WITHOUT_GAIN = 3;

    private final LocalStack stack;
    private final Settings settings;
    private final Path tokens;
    private int nextNumber = 1;

    EnrolmentTurns(LocalStack stack, Settings settings) {
        this.stack = stack;
        this.settings = settings;
        this.tokens = Service.hospitals(stack, settings.clients());
    }

    /** Of one turn; processor time in milliseconds an operation. NaN: there is none. */
    record Turn(double perSecond, double service, double postgres, double generator, double p50, double p99) {}

    /** Until the compiler has no more to gain: a service runs for weeks, and the peer needs none of it. */
    void warmUp(Service service, Report report) {
        double best = 0;
        int sinceBest = 0;
        for (int turn = 0; turn < settings.mostWarmUpTurns() && sinceBest < TURNS_WITHOUT_GAIN; turn++) {
            double rate = turn(service).perSecond();
            sinceBest = rate > best * GAIN ? 0 : sinceBest + 1;
            best = Math.max(best, rate);
            report.progress(String.format(Locale.ROOT, "warming up: %.0f/s", rate));
        }
    }

    Turn turn(Service service) {
        var before = service.cpu();
        var load = Child.java(
                EnrolmentLoad.class,
                List.of(
                        Integer.toString(service.port()),
                        tokens.toString(),
                        Integer.toString(settings.seconds()),
                        Integer.toString(nextNumber)));
        var cpu = service.cpu().since(before);
        nextNumber = (int) load.number("next");
        double operations = load.number("answers");
        return new Turn(
                load.number("perSecond"),
                cpu.service() / operations,
                cpu.postgres() / operations,
                load.cpuMillis() / operations,
                load.number("p50"),
                load.number("p99"));
    }

    /** As they stand when the assessments' events have come; how they come is not measured here. */
    void decideBeforehand() {
        try (var connection = stack.postgres()
                        .superuser(stack.database(ServiceName.REGISTRY).name());
                var statement = connection.prepareStatement("""
                        INSERT INTO candidate_decision (assessment_id, candidate_id, sequence, facility_id, document_number,
                            protocol, protocol_version, stage, decision, coverage, not_satisfied, assessed_on)
                        SELECT uuidv7(), lpad((n::numeric * 900000000011 % 10000000000000000)::text, 16, '0'), 1,
                            'F-BENCH-' || lpad(((n - ?) % ?)::text, 2, '0'), 'ASM-' || n, 'STEMIRAC', '2026-04', 'PLANNING',
                            'ELIGIBLE', 'COMPLETE', '[]', '2026-05-10'
                        FROM generate_series(?, ?) n
                        """)) {
            statement.setInt(1, nextNumber);
            statement.setInt(2, settings.clients());
            statement.setInt(3, nextNumber);
            statement.setInt(4, nextNumber + settings.seconds() * DECISIONS_PER_SECOND);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("decisions could not be laid down", e);
        }
    }

    /** What autovacuum would do within the first minute of so much writing. */
    void analyse() {
        try (var connection = stack.postgres()
                        .superuser(stack.database(ServiceName.REGISTRY).name());
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
