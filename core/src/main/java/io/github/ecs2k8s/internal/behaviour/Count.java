package io.github.ecs2k8s.internal.behaviour;

/**
 * How many run at the same time.
 *
 * @param least the fewest
 * @param most the most; the same where nothing scales them
 */
record Count(int least, int most) {

    /** A number that nothing changes. */
    static Count of(int number) {
        return new Count(number, number);
    }

    /** Whether it ever runs. */
    boolean runs() {
        return most > 0;
    }

    @Override
    public String toString() {
        return least == most ? String.valueOf(least) : least + " to " + most;
    }
}
