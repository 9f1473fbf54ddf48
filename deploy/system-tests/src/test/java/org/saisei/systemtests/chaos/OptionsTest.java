package org.saisei.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.systemtests.chaos.fault.Fault;
import org.saisei.systemtests.chaos.fault.Faults;

class OptionsTest {

    @Test
    void takesLengthSeedAndFaultsByTheirNames() {
        var options = Options.of(List.of(
                "--minutes", "0.5", "--seed", "7", "--fault", "kill-broker", "--fault", "poison-event", "--keep"));

        assertThat(options.length()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.faults()).extracting(Fault::name).containsExactly("kill-broker", "poison-event");
        assertThat(options.keep()).isTrue();
    }

    @Test
    void drawsFromAllFaultsUnlessToldWhich() {
        assertThat(Options.of(List.of()).faults()).isEqualTo(Faults.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fault none", "--fault", "--minutes 0", "--minutes x", "--seed", "--other"})
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThatThrownBy(() -> Options.of(List.of(arguments.split(" ")))).isInstanceOf(Options.Misused.class);
    }

    @Test
    void namesEveryFaultOnceInItsHelp() {
        assertThat(Options.help(List.of("--help")).orElseThrow())
                .contains(Faults.all().stream().map(Fault::name).toList());
        assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
    }
}
