package org.saisei.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saisei.local.Ports;

class StackPortsTest {

    @Test
    void stepsAroundATakenPortSaysSoAndGivesNoPortTwice() throws IOException {
        int usual = Ports.free();
        List<String> told = new ArrayList<>();
        StackPorts ports = StackPorts.usual((part, port) -> told.add(part + " " + port));
        try (ServerSocket taken = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            int first = ports.choose("one", taken.getLocalPort());
            int second = ports.choose("two", taken.getLocalPort());

            assertThat(List.of(first, second)).doesNotContain(usual).doesNotHaveDuplicates();
            assertThat(told).containsExactly("one " + usual, "two " + usual);
        }
    }

    @Test
    void neverGivesOnePartTheUsualPortOfAnother() {
        StackPorts ports = StackPorts.usual((part, port) -> {});
        ports.choose("first", ServiceName.ELIGIBILITY.usualPort());

        int second = ports.choose("second", ServiceName.ELIGIBILITY.usualPort());

        assertThat(second)
                .isNotIn(ServiceName.REGISTRY.usualPort(), ServiceName.ADVERSE_EVENT.usualPort())
                .isGreaterThan(ServiceName.ELIGIBILITY.usualPort());
    }
}
