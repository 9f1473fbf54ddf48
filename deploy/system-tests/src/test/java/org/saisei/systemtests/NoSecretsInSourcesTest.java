package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packaged holds no secret: those come from the environment or from files. */
class NoSecretsInSourcesTest {
    private static final Set<String> TEXTS = Set.of("java", "properties", "json", "yaml", "sql", "xml", "csv", "");

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("PRIVATE KEY-----\\\\?n?\\s*[\"+\\s]*[A-Za-z0-9+/]{16}"),
            Pattern.compile("eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
            Pattern.compile(
                    "(?im)^[^#\\n]*(password|secret|keys\\.(wrapping|match))\\s*=[ \\t]*(?!\\$\\{)[^\\s\";(]+$"),
            Pattern.compile("(?i)(password|secret)[A-Z_]* = \"[^\"\\s{}$.:/]{6,}\""),
            // a literal of 32 or more characters of base64, small, capital and digit among them
            Pattern.compile("\"(?=[^\"]*[a-z])(?=[^\"]*[A-Z])(?=[^\"]*[0-9])[A-Za-z0-9+/_-]{32,}={0,2}\""));

    @Test
    void nothingThatIsPackagedLooksLikeASecret() throws IOException {
        var found = new ArrayList<String>();
        int read = 0;
        try (var files = Files.walk(Repository.root())) {
            for (var file : files.filter(NoSecretsInSourcesTest::isPackaged).toList()) {
                read++;
                var text = Files.readString(file);
                SECRETS.stream()
                        .filter(secret -> secret.matcher(text).find())
                        .forEach(secret -> found.add(Repository.root().relativize(file) + ": " + secret));
            }
        }

        assertThat(found).isEmpty();
        assertThat(read).as("files").isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.password=Zmq8example",
                "saisei.keys.match=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "String PASSWORD = \"hunter2hunter2\";",
                "var key = \"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\";",
                "\"-----BEGIN PRIVATE KEY-----\\nMIGHAgEAMBMGByqGSM49\"",
                "eyJhbGciOiJSUzI1NiJ9abc.eyJzdWIiOiJsb2NhbCJ9abc"
            })
    void aPlantedOneIsFound(String planted) {
        assertThat(SECRETS).anyMatch(secret -> secret.matcher(planted).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.password=${some.other}",
                "# quarkus.datasource.password=by environment",
                "private static final String PEM_BEGIN = \"-----BEGIN PRIVATE KEY-----\";",
                "environment.put(\"QUARKUS_DATASOURCE_PASSWORD\", database.runtime().password());"
            })
    void whatOnlySpeaksOfOneIsNone(String text) {
        assertThat(SECRETS).noneMatch(secret -> secret.matcher(text).find());
    }

    private static boolean isPackaged(Path file) {
        var path = Repository.root().relativize(file).toString();
        var name = file.getFileName().toString();
        var ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        return path.contains("src/main/")
                && !path.contains("/target/")
                && TEXTS.contains(ending)
                && Files.isRegularFile(file);
    }
}
