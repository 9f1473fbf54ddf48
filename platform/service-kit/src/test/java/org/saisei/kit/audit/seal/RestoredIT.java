package org.saisei.kit.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.audit.verify.Finding.BehindHead;
import org.saisei.kit.audit.verify.Finding.RestoredAndContinued;
import org.saisei.kit.audit.verify.Finding.Weight;
import org.saisei.local.PostgresServer;

/** A restored database is not a rewritten one, whichever way it was restored, and whatever happened to it since. */
@ExtendWith(Trail.Provider.class)
class RestoredIT {

    @Test
    void aCopyInAnotherDatabaseIsProvenAgainstTheHeadsOfTheFirst(Trail trail) throws SQLException {
        var told = trail.sealedInThreeBlocks().head();

        var report = trail.copy().report(told);

        assertThat(report.findings()).isEmpty();
        assertThat(report.confirmed()).contains(told);
        assertThat(report.lines()).anyMatch(line -> line.startsWith("proven against an exported head up to block 3"));
    }

    @Test
    void aCopyGoesOnFromWhereItWas(Trail trail) throws SQLException {
        var told = trail.sealedInThreeBlocks().written(2).head();
        var copy = trail.copy();

        copy.write(3);
        copy.seal();

        var report = copy.report(told, copy.head());
        assertThat(report.findings()).singleElement().isInstanceOf(Finding.OriginChanged.class);
        assertThat(report.verdict()).isEqualTo(Weight.NOTE);
        assertThat(report.sealed()).isEqualTo(14);
    }

    @Test
    void aBackupFromBeforeTheLastHeadIsNotCalledTampered(Trail trail) throws SQLException {
        var backup = trail.sealedInThreeBlocks().copy();
        trail.write(1);
        trail.seal();
        var told = trail.head();

        var report = backup.report(told);

        assertThat(report.findings()).containsExactly(new BehindHead(told, 3));
        assertThat(report.verdict()).isEqualTo(Weight.OPEN);
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("no exported head is of a block that is here"))
                .first()
                .asString()
                .contains("cannot be told from here");
    }

    @Test
    void aBackupThatWentOnIsNotCalledTamperedButNamed(Trail trail) throws SQLException {
        var before = trail.sealedInThreeBlocks().head();
        var backup = trail.copy();
        trail.write(1);
        trail.seal();
        var after = trail.head();
        backup.write(1);
        backup.seal();

        var report = backup.report(before, after);

        assertThat(report.findings())
                .hasOnlyElementsOfTypes(RestoredAndContinued.class, Finding.OriginChanged.class)
                .hasSize(2);
        assertThat(report.verdict()).isEqualTo(Weight.OPEN);
        assertThat(report.confirmed()).contains(before);
    }

    /** Where transactions are numbered from the beginning again, while rows keep the numbers of theirs. */
    @Test
    void tablesRestoredIntoAYoungServerAreProvenAndGoOn(Trail trail, @TempDir Path folder) throws Exception {
        trail.texts("SELECT pg_current_xact_id() FROM generate_series(1, 3)");
        trail.sealedInThreeBlocks();
        try (var slow = trail.runtime()) {
            slow.setAutoCommit(false);
            Trail.write(slow, "slow");
            trail.write(2);
            trail.seal();
            slow.commit();
        }
        trail.write(2);
        var told = trail.head();
        try (var server = PostgresServer.start(folder.resolve("young"), 0)) {
            var young = Trail.migrated(server);
            restore(trail, young);

            assertThat(young.report(told).findings()).isEmpty();
            young.write(3);
            young.seal();
            young.write(1);
            young.seal();

            var report = young.report(told, young.head());
            assertThat(report.findings()).singleElement().isInstanceOf(Finding.OriginChanged.class);
            assertThat(report.sealed()).isEqualTo(18);
            assertThat(report.unsealed()).isZero();
        }
    }

    @Test
    void aCopyOfTheDataFolderIsProvenAndWhenItWentOnNotCalledTampered(@TempDir Path folder) throws Exception {
        try (var server = PostgresServer.start(folder.resolve("first"), 0)) {
            var trail = Trail.migrated(server);
            var told = trail.sealedInThreeBlocks().head();
            server.stopImmediately();
            copy(folder.resolve("first"), folder.resolve("second"));
            server.restart();
            trail.write(1);
            trail.seal();
            var after = trail.head();
            assertThat(trail.findings(told, after)).isEmpty();

            try (var second = PostgresServer.start(folder.resolve("second"), 0)) {
                var restored = new Trail(second, second.createServiceDatabase("trail"), "trail");
                assertThat(restored.report(told).findings()).isEmpty();
                restored.write(1);
                restored.seal();

                assertThat(restored.report(told, restored.head()).findings()).isEmpty();
                var report = restored.report(told, after);
                assertThat(report.findings()).singleElement().isInstanceOf(RestoredAndContinued.class);
                assertThat(report.verdict()).isEqualTo(Weight.OPEN);
            }
        }
    }

    private static void restore(Trail from, Trail to) throws SQLException, IOException {
        try (var source = from.server().superuser(from.database());
                var target = to.server().superuser(to.database());
                var statement = target.createStatement()) {
            for (var table : List.of("audit", "audit_seal")) {
                var rows = new StringWriter();
                source.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", rows);
                target.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
            }
            statement.execute("SELECT setval('audit_position_seq', (SELECT max(position) FROM audit))");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
