package io.github.ecs2k8s.internal.rooms.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Every count up to 200 with every percentage: the numbers Kubernetes works out are those ECS works out. */
class RollingUpdateTest {

    @Test
    void kubernetes_comes_to_the_same_numbers_as_ecs() {
        for (int count = 1; count <= 200; count++) {
            for (int minimum = 0; minimum <= 100; minimum++) {
                for (int maximum = 100; maximum <= 200; maximum++) {
                    compare(count, minimum, maximum);
                }
            }
        }
    }

    private static void compare(int count, int minimum, int maximum) {
        int kept = percent(minimum, count, RoundingMode.CEILING);
        int most = percent(maximum, count, RoundingMode.FLOOR);
        RollingUpdate update = RollingUpdate.of(minimum, maximum, count);
        int surge = number(update.maxSurge(), count, RoundingMode.CEILING);
        int unavailable = number(update.maxUnavailable(), count, RoundingMode.FLOOR);
        if (kept == count && most == count) {
            if (!update.stuck() || surge + unavailable != 1) {
                throw new AssertionError(count + " " + minimum + " " + maximum + " would be stuck: " + update);
            }
        } else if (update.stuck() || count + surge != most || count - unavailable != kept) {
            throw new AssertionError(count + " " + minimum + " " + maximum + " differs: " + update);
        }
    }

    private static int percent(int percent, int count, RoundingMode mode) {
        return BigDecimal.valueOf((long) percent * count)
                .divide(BigDecimal.valueOf(100), 0, mode)
                .intValueExact();
    }

    private static int number(IntOrString value, int count, RoundingMode mode) {
        if (value.getIntVal() != null) {
            return value.getIntVal();
        }
        String text = value.getStrVal();
        return percent(Integer.parseInt(text.substring(0, text.length() - 1)), count, mode);
    }

    @Test
    void three_tasks_at_150_percent_are_four() {
        RollingUpdate update = RollingUpdate.of(100, 150, 3);
        assertThat(update.maxSurge()).isEqualTo(new IntOrString(1));
        assertThat(update.rounded()).isTrue();
    }

    @Test
    void a_count_that_changes_is_never_written_as_a_number() {
        RollingUpdate update = RollingUpdate.of(50, 150, null);
        assertThat(update.maxSurge()).isEqualTo(new IntOrString("50%"));
        assertThat(update.maxUnavailable()).isEqualTo(new IntOrString("50%"));
        assertThat(RollingUpdate.of(100, 100, null).maxSurge()).isEqualTo(new IntOrString(1));
    }

    @Test
    void no_tasks_at_all_keep_their_percentages() {
        assertThat(RollingUpdate.of(50, 150, 0).maxSurge()).isEqualTo(new IntOrString("50%"));
        assertThat(RollingUpdate.of(100, 100, 0).stuck()).isTrue();
    }
}
