package io.github.ecs2k8s.context.toecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.context.toecs.FargateSizes.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest size of Fargate that holds what is asked for, at the edges of its table. */
class FargateSizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 512",
        "256, 513, 256, 1024",
        "256, 1025, 256, 2048",
        "256, 2049, 512, 3072",
        "257, 1, 512, 1024",
        "1024, 8193, 2048, 9216",
        "4096, 30721, 8192, 32768",
        "8192, 16385, 8192, 20480",
        "1, 61441, 16384, 65536",
        "16384, 122880, 16384, 122880",
        "16385, 1, 32768, 61440",
        "16384, 122881, 32768, 249856",
        "32768, 61441, 32768, 122880"
    })
    void the_smallest_that_holds(long cpu, long memory, int chosenCpu, int chosenMemory) {
        assertThat(FargateSizes.holding(cpu, memory, false)).isEqualTo(new Size(chosenCpu, chosenMemory));
    }

    @Test
    void nothing_holds_more_than_the_largest() {
        assertThat(FargateSizes.holding(32769, 1, false)).isNull();
        assertThat(FargateSizes.holding(1, 249857, false)).isNull();
    }

    @Test
    void windows_begins_at_one_cpu_and_ends_at_four() {
        assertThat(FargateSizes.holding(1, 1, true)).isEqualTo(new Size(1024, 2048));
        assertThat(FargateSizes.holding(4097, 1, true)).isNull();
    }
}
