package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.10",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "2001:db8:0:0:0:0:2:1",
                "2001:DB8::2:1",
                "1:2:3:4:5:6:7::",
                "::ffff:10.0.0.1",
                "64:ff9b::192.0.2.33",
            })
    void knowsAddresses(String text) {
        assertThat(IpAddresses.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":",
                ":::",
                "host-gateway",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1.1",
                "010.0.0.1",
                "10.0.0.1 ",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::1",
                "fe80::1%eth0",
                "10.0.0.1::",
                "${DB_HOST}",
                "١.2.3.4",
                "::１",
            })
    void refusesEverythingElse(String text) {
        assertThat(IpAddresses.isValid(text)).isFalse();
    }
}
