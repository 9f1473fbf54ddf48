package org.saisei.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:0:1:aaaa:bbbb:cccc:1, 2001:db8:0:1",
        "2001:db8:0:1:0:0:0:2, 2001:db8:0:1",
        "0:0:0:0:0:0:0:1, 0:0:0:0"
    })
    void allAddressesThatOneHostCanSendFromAreOneCaller(String address, String caller) {
        assertThat(RemoteAddress.network(address)).isEqualTo(caller);
    }
}
