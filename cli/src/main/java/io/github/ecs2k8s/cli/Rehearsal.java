package io.github.ecs2k8s.cli;

/**
 * What the launcher lets a JVM run to learn which classes to keep ready: a conversion of each argument. Nobody sees what comes
 * out. A conversion in each direction is enough: JDK 25 gets every class ready at every start, needed or not.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Converts one after the other, in this process. */
    public static void main(String[] args) {
        Main.leaveOutWhatNobodyUses();
        for (String input : args) {
            Main.run(Console.ofProcess(), "convert", input);
        }
    }
}
