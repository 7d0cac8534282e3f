package io.github.ecs2k8s.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does the same with every input on its own, on all cores; what fails stops nothing else. */
final class SideBySide {
    /** What is done with one input, on any thread. */
    interface Task<T> {
        T run(InputFile input) throws Failure;
    }

    /** Is told what came out of each input, in the order of the inputs, on the calling thread. */
    interface Sink<T> {
        void done(InputFile input, T result) throws Failure;

        void failed(InputFile input, Failure failure);
    }

    private SideBySide() {}

    /** Runs a task for every input. */
    static <T> void run(List<InputFile> inputs, Task<T> task, Sink<T> sink) throws Failure {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), inputs.size());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<@Nullable Future<T>> results = new ArrayList<>(inputs.size());
            for (InputFile input : inputs) {
                results.add(pool.submit(() -> task.run(input)));
            }
            for (int i = 0; i < inputs.size(); i++) {
                // Taken out of the list, so that what has been handed over can be forgotten.
                Future<T> result = results.set(i, null);
                if (result != null) {
                    hand(inputs.get(i), result, sink);
                }
            }
        } finally {
            stop(pool);
        }
    }

    /** Nothing may still be writing when the command has returned. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> void hand(InputFile input, Future<T> result, Sink<T> sink) throws Failure {
        try {
            sink.done(input, result.get());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            sink.failed(input, cause instanceof Failure failure ? failure : Failure.defect(input.name(), cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.output(input.name(), "interrupted", null);
        }
    }
}
