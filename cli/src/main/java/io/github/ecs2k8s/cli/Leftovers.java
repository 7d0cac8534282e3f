package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written beside its place before it is renamed: {@code .NAME.PROCESS.tmp}. An interrupted run takes it away; of one
 * that was killed the next run does, which knows it by the process that no longer lives.
 */
final class Leftovers {
    private static final String END = ".tmp";
    private static final Set<Path> OPEN = new HashSet<>();
    private static @Nullable Thread hook;

    private Leftovers() {}

    /** What something is called while it is written; the process id suffices, because one process writes a place once. */
    static String name(String name) {
        return "." + name + "." + ProcessHandle.current().pid() + END;
    }

    /** Takes note of a place, which an interruption empties. */
    static void open(Path place) {
        synchronized (OPEN) {
            if (hook == null) {
                hook = new Thread(Leftovers::removeOpen);
                Runtime.getRuntime().addShutdownHook(hook);
            }
            OPEN.add(place);
        }
    }

    /** Removes a place, whatever is in it. */
    static void close(Path place) {
        synchronized (OPEN) {
            OPEN.remove(place);
        }
        remove(place);
    }

    /** Does what an interruption has to wait for. */
    static void whole(Step step) throws IOException {
        synchronized (OPEN) {
            step.run();
        }
    }

    /** Several renamings. */
    interface Step {
        void run() throws IOException;
    }

    /**
     * Removes what killed runs have left beside a place.
     *
     * @return where another process is writing now, null when there is none
     */
    static @Nullable Path clear(Path directory, String name) throws IOException {
        Path writing = null;
        for (Path file : list(directory)) {
            String process = process(file, name);
            if (process == null || isOpen(file)) {
                continue;
            }
            if (isAlive(process)) {
                writing = file;
            } else {
                remove(file);
            }
        }
        return writing;
    }

    private static boolean isOpen(Path place) {
        synchronized (OPEN) {
            return OPEN.contains(place);
        }
    }

    private static boolean isAlive(String process) {
        long pid = Long.parseLong(process);
        return pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent();
    }

    /** The process of {@code .NAME.PROCESS.tmp}; null for any other file. */
    private static @Nullable String process(Path file, String name) {
        String text = String.valueOf(file.getFileName());
        String begin = "." + name + ".";
        if (!text.startsWith(begin) || !text.endsWith(END) || text.length() <= begin.length() + END.length()) {
            return null;
        }
        String process = text.substring(begin.length(), text.length() - END.length());
        boolean number = process.length() < 12 && process.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? process : null;
    }

    static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private static void removeOpen() {
        synchronized (OPEN) {
            OPEN.forEach(Leftovers::remove);
        }
    }

    private static void remove(Path place) {
        try {
            if (Files.isDirectory(place)) {
                for (Path file : list(place)) {
                    Files.delete(file);
                }
            }
            Files.deleteIfExists(place);
        } catch (IOException e) {
            // What is left has a name that nobody reads, and that the next run knows.
        }
    }
}
