package org.saisei.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.saisei.local.KeycloakServer;

/** What {@code up} tells once everything answers: where things are and how to get in. */
final class UpTable {

    private UpTable() {}

    static void print(PrintStream out, LocalStack stack, Path state) {
        out.println();
        for (ServiceProcess service : stack.services()) {
            row(out, service.service().folder(), service.uri().toString());
            row(out, "  Swagger UI", service.uri() + "/q/swagger-ui");
            row(out, "  OpenAPI", service.uri() + "/q/openapi");
            row(
                    out,
                    "  health, metrics",
                    service.managementUri() + "/q/health  " + service.managementUri() + "/q/metrics");
            row(out, "  database", stack.database(service.service()).jdbcUrl());
        }
        ServiceProcess safety = stack.services().stream()
                .filter(service -> service.service() == ServiceName.ADVERSE_EVENT)
                .findFirst()
                .orElseThrow();
        row(out, "safety stream (SSE)", safety.uri() + "/cases/stream");
        row(out, "Kafka", stack.kafka().bootstrapServers());
        KeycloakServer keycloak = stack.keycloak();
        if (keycloak != null) {
            row(out, "Keycloak, the issuer", keycloak.issuer().toString());
            row(out, "  admin console", keycloak.uri() + "/admin");
            row(out, "    user, password", KeycloakServer.ADMINISTRATOR + ", " + LocalStack.keycloakPassword(state));
            row(out, "  people's accounts", keycloak.issuer() + "/account");
            row(out, "    user, password", "a role's name, " + DemoUsers.password(state));
        }
        row(out, "logs, passwords, data", state.toString());
        out.println();
        out.println("A token (" + (keycloak == null ? "8 h" : "10 min, from Keycloak") + ") for each role:");
        for (String role : Token.ROLES) {
            out.println("  deploy/local/token " + role + (role.equals("hospital") ? " F-TOKYO-01" : ""));
        }
        out.println();
        out.println("Try it:");
        for (String line : List.of(
                "deploy/local/demo",
                "curl -N -H \"Authorization: Bearer $(deploy/local/token safety_officer)\" " + safety.uri()
                        + "/cases/stream",
                "kcat -b " + stack.kafka().bootstrapServers()
                        + " -C -t saisei.safety.cases -o beginning -f '%k %h\\n%s\\n'")) {
            out.println("  " + line);
        }
        out.println();
    }

    private static void row(PrintStream out, String what, String where) {
        out.printf("%-24s %s%n", what, where);
    }
}
