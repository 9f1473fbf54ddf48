package org.saisei.systemtests.chaos.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saisei.systemtests.Repository;

/** Each faulty build still knows the source that it breaks. */
class FaultyBuildTest {

    @ParameterizedTest
    @EnumSource
    void itsTextsAreInTheSourceAndReplaced(FaultyBuild build) throws IOException {
        var sources = build.sources(Repository.root());

        assertThat(sources).isNotEmpty();
        for (var source : sources.entrySet()) {
            assertThat(source.getValue()).isNotEqualTo(Files.readString(source.getKey()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatHasMovedIsNotPassedOver(FaultyBuild build, @TempDir Path moved) throws IOException {
        for (var file : build.sources(Repository.root()).keySet()) {
            var copy = moved.resolve(Repository.root().relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, "class Moved {}");
        }

        assertThatThrownBy(() -> build.sources(moved))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not have this text once any more");
    }
}
