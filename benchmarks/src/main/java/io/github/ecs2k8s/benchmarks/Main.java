package io.github.ecs2k8s.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link Warm} and says how its two benchmarks compare: only their ratio means something on another machine. */
public final class Main {
    private Main() {}

    /** Takes the options of JMH. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(Warm.class.getName())
                        .build())
                .run();
        double translation = score(results, "translation");
        double floor = score(results, "floor");
        System.out.printf("%ntranslation %.0f/s, floor %.0f/s: ratio %.2f%n", translation, floor, translation / floor);
    }

    private static double score(Collection<RunResult> results, String benchmark) {
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith("." + benchmark)) {
                return result.getPrimaryResult().getScore();
            }
        }
        throw new IllegalArgumentException("the options left out " + benchmark);
    }
}
