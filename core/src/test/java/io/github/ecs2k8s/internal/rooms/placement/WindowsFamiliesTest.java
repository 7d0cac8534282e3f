package io.github.ecs2k8s.internal.rooms.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.OSFamily;

class WindowsFamiliesTest {
    @Test
    void the_version_of_every_family_of_the_API_is_read_and_written_back() {
        for (OSFamily family : OSFamily.knownValues()) {
            String version = WindowsFamilies.version(family.toString());
            if (family == OSFamily.LINUX) {
                assertThat(version).isNull();
            } else {
                String edition = family.toString().endsWith(WindowsFamilies.FULL) ? "_FULL" : "_CORE";
                assertThat(WindowsFamilies.family(version, edition)).isEqualTo(family.toString());
            }
        }
    }

    @Test
    void a_family_without_a_version_has_none() {
        assertThat(WindowsFamilies.version("WINDOWS_SERVER_CORE")).isNull();
        assertThat(WindowsFamilies.version("WINDOWS")).isNull();
    }
}
