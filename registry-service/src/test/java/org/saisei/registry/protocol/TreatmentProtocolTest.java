package org.saisei.registry.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TreatmentProtocolTest {

    @Test
    void aBrokenChainHasTheCodeThatAlarmsUnderEveryProtocol() {
        assertThat(ServiceLoader.load(TreatmentProtocol.class))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        protocol -> assertThat(protocol.brokenChain().code()).isEqualTo("CHAIN_NOT_SHOWN"));
    }
}
