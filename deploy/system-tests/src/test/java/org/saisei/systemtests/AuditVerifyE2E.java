package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saisei.stack.ServiceName;

/** {@code deploy/local/audit-verify} as an auditor runs it, beside a service that goes on. */
@WithStack
class AuditVerifyE2E {
    private static final ServiceName SERVICE = ServiceName.REGISTRY;

    private record Told(int code, String text) {}

    @Test
    void aTrailIsProvenAndASuperusersChangeIsNamed(Stack stack, @TempDir Path folder) throws Exception {
        stack.caller(SERVICE, "operator", null).get("/audit/head").expect(200);
        await().until(() -> stack.number(SERVICE, "SELECT count(*) FROM audit_seal") > 0);
        long position = stack.number(SERVICE, "SELECT lower(positions) FROM audit_seal WHERE number = 1");

        assertThat(verify(stack, folder))
                .returns(0, Told::code)
                .extracting(Told::text)
                .asString()
                .contains("is as it was sealed");

        tamper(stack, "UPDATE audit SET action = action || 'X' WHERE position = " + position);
        assertThat(verify(stack, folder))
                .returns(1, Told::code)
                .extracting(Told::text)
                .asString()
                .contains("registry-service: TAMPERED the row at position " + position + " ");

        tamper(stack, "UPDATE audit SET action = left(action, -1) WHERE position = " + position);
        assertThat(verify(stack, folder)).returns(0, Told::code);
    }

    private static Told verify(Stack stack, Path folder) throws IOException, InterruptedException {
        var database = stack.processes().database(SERVICE);
        var password =
                Files.writeString(folder.resolve("password"), database.sealer().password());
        var told = folder.resolve("told").toFile();
        var process = new ProcessBuilder(List.of(
                        Repository.root().resolve("deploy/local/audit-verify").toString(),
                        SERVICE.folder(),
                        "--url",
                        database.jdbcUrl(),
                        "--user",
                        database.sealer().user(),
                        "--password-file",
                        password.toString()))
                .redirectErrorStream(true)
                .redirectOutput(told)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Told(process.exitValue(), Files.readString(told.toPath()));
    }

    private static void tamper(Stack stack, String change) throws SQLException {
        try (var connection = stack.processes().postgres().superuser(SERVICE.database());
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(change);
        }
    }
}
