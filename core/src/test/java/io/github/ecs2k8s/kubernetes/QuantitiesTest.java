package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    /** 192 vCPU, the largest task. */
    private static final int LARGEST = 192 * 1024;

    private static final List<String> SUFFIXES =
            List.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "e3", "E-2", "x");

    @Test
    void cpuUnitsComeBackFromMillicores() {
        int shared = 0;
        for (int units = 0; units <= LARGEST; units++) {
            int milli = Quantities.cpuUnitsToMilli(units);
            assertThat((long) milli * 1024).isGreaterThanOrEqualTo(units * 1000L);
            assertThat((milli - 1L) * 1024).isLessThan(units * 1000L);
            int back = Quantities.milliToCpuUnits(milli);
            int rest = units % 128;
            boolean sharesWithItsSuccessor = rest == 42 || rest == 85 || rest == 127;
            assertThat(back).isEqualTo(sharesWithItsSuccessor ? units + 1 : units);
            assertThat(Quantities.isExactInMilli(units)).isEqualTo(!sharesWithItsSuccessor);
            shared += sharesWithItsSuccessor ? 1 : 0;
        }
        // 196,609 numbers of units, 192,001 of millicores: no rule could tell more of them apart.
        assertThat(shared).isEqualTo(LARGEST - 192_000);
    }

    @Test
    void everyMillicoreHasUnitsThatComeBack() {
        for (int milli = 0; milli <= 192_000; milli++) {
            assertThat(Quantities.cpuUnitsToMilli(Quantities.milliToCpuUnits(milli)))
                    .isEqualTo(milli);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1m", "2, 2m", "10, 10m", "256, 250m", "768, 750m", "1024, 1", "1536, 1500m", "196608, 192"})
    void cpuIsWrittenAsAPersonWould(int units, String expected) {
        assertThat(Quantities.cpu(units)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0Mi", "4, 4Mi", "300, 300Mi", "1024, 1Gi", "1536, 1536Mi", "2048, 2Gi", "249856, 244Gi"})
    void memoryIsWrittenAsAPersonWould(long mib, String expected) {
        assertThat(Quantities.memoryMiB(mib)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.5, 0.5",
        ".5, 0.5",
        "5., 5",
        "500m, 0.5",
        "1.5Gi, 1610612736",
        "128M, 128000000",
        "52428800, 52428800",
        "1e3, 1000",
        "1E3, 1000",
        "1E, 1000000000000000000",
        "12e-3, 0.012",
        "100k, 100000",
        "1Ki, 1024",
        "+7, 7",
        "-1, -1",
        "1u, 0.000001",
        "3n, 0.000000003",
        "1Ei, 1152921504606846976",
    })
    void everyFormIsReadExactly(String text, BigDecimal expected) {
        assertThat(Quantities.parse(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Gi",
                "1gi",
                "1 Gi",
                "1K",
                "0x10",
                "1.2.3",
                "1e",
                "1e1.5",
                "1e999999999",
                "-",
                ".",
                "m",
                "1Gib"
            })
    void whatIsNoQuantityIsNull(String text) {
        assertThat(Quantities.parse(text)).isNull();
        assertThat(Quantities.toMiB(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000, true",
        "0.5, 500, true",
        "100u, 1, false",
        "0.0001, 1, false",
        "1.0005, 1001, false",
    })
    void cpuIsRoundedUpToMillicores(String text, long milli, boolean exact) {
        assertThat(Quantities.toMilliCpu(text)).isEqualTo(new Quantities.Rounded(milli, exact));
    }

    @ParameterizedTest
    @CsvSource({
        "52428800, 50, true",
        "128M, 123, false",
        "1.5Gi, 1536, true",
        "1Ki, 1, false",
        "300Mi, 300, true",
        "0, 0, true",
    })
    void memoryIsRoundedUpToMiB(String text, long mib, boolean exact) {
        assertThat(Quantities.toMiB(text)).isEqualTo(new Quantities.Rounded(mib, exact));
    }

    @Test
    void whatNoLongHoldsIsNull() {
        assertThat(Quantities.toBytes("9223372036854775807")).isEqualTo(new Quantities.Rounded(Long.MAX_VALUE, true));
        assertThat(Quantities.toBytes("9223372036854775808")).isNull();
        assertThat(Quantities.toBytes("8Ei")).isNull();
        assertThat(Quantities.toBytes("1e30")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "256, 256",
        "'1024 ', 1024",
        ".5 vCPU, 512",
        "0.25vcpu, 256",
        "1 vCPU, 1024",
        "2VCPU, 2048",
        "16 vCPU, 16384",
    })
    void taskCpu(String text, int units) {
        assertThat(Quantities.parseTaskCpu(text)).hasValue(units);
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "1GB, 1024", "1 GB, 1024", "0.5 GB, 512", "30 gb, 30720", "512 MB, 512"})
    void taskMemory(String text, int mib) {
        assertThat(Quantities.parseTaskMemory(text)).hasValue(mib);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vCPU", "one", "1 core", "1Gi", "-256", "1 v CPU", "99999999999", "1.1.1", "- GB"})
    void taskSizesThatNobodyUnderstandsAreEmpty(String text) {
        assertThat(Quantities.parseTaskCpu(text)).isEmpty();
        assertThat(Quantities.parseTaskMemory(text)).isEmpty();
    }

    @Test
    void readingAgreesWithTheKubernetesModel() {
        RandomTexts random = new RandomTexts();
        for (int i = 0; i < 2000; i++) {
            String number = random.of("0123456789.", 1 + random.below(8));
            // Points alone are an amount of nothing to the model.
            if (number.chars().anyMatch(c -> c != '.')) {
                readingAgreesWithTheKubernetesModel(number + random.oneOf(SUFFIXES));
            }
        }
    }

    private static void readingAgreesWithTheKubernetesModel(String text) {
        BigDecimal expected;
        try {
            expected = Quantity.getAmountInBytes(new Quantity(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            expected = null;
        }
        if (expected == null) {
            assertThat(Quantities.parse(text)).as(text).isNull();
        } else {
            assertThat(Quantities.parse(text)).as(text).isEqualByComparingTo(expected);
        }
    }

    @Test
    void nothingMakesTheParserThrow() {
        for (String text : RandomTexts.all()) {
            assertThatCode(() -> Quantities.toBytes(text)).as(text).doesNotThrowAnyException();
            assertThat(Quantities.parseTaskCpu(text)).isNotNull();
            assertThat(Quantities.parseTaskMemory(text)).isNotNull();
        }
    }
}
