package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.source.BrokenInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares converted text with files, one after the other, and adds up. */
final class Comparison {
    private final Console console;
    private final Colors colors;
    private final FindingPrinter printer;
    private final boolean update;
    private final Set<Path> made = new HashSet<>();
    private int equal;
    private int different;
    private int missing;
    private int written;
    private int leftOver;
    private int worst = ExitCodes.DONE;

    Comparison(Console console, Colors colors, FindingPrinter printer, boolean update) {
        this.console = console;
        this.colors = colors;
        this.printer = printer;
        this.update = update;
    }

    /** Compares one result with the file that should hold it. */
    void compare(Converted converted, Path file) throws Failure {
        made(file);
        if (converted.isEmpty()) {
            failed(converted.nothing());
        } else {
            compare(converted.text(), converted.title(), file);
        }
    }

    /** Compares one result with a directory that holds its calls, a file each. */
    void compareCalls(Converted converted, Path directory) throws Failure {
        Supplier<Map<String, String>> calls = converted.calls();
        if (converted.isEmpty()) {
            failed(converted.nothing());
        } else if (calls == null) {
            throw Failure.usage(
                    directory.toString(),
                    "holds calls for ECS, and these inputs do not become that",
                    "compare with another place, or give --format api");
        } else {
            for (Map.Entry<String, String> call : calls.get().entrySet()) {
                Path file = directory.resolve(call.getKey());
                made(file);
                compare(call.getValue(), converted.title(), file);
            }
            leftOver(directory, Set.of(converted.extension()));
        }
    }

    private void compare(String text, String title, Path file) throws Failure {
        byte[] expected = read(file);
        byte[] actual = text.getBytes(StandardCharsets.UTF_8);
        if (expected != null && Arrays.equals(expected, actual)) {
            equal++;
        } else if (update) {
            EmptiedSecrets.say(file, text, printer);
            AtomicFiles.writeBelow(file, text);
            written++;
        } else if (expected == null) {
            missing++;
            console.print("missing: " + file + " (from " + title + ")\n");
        } else {
            different++;
            String old = new String(expected, StandardCharsets.UTF_8);
            boolean lineEnds = old.replace("\r\n", "\n").equals(text);
            console.print(
                    lineEnds
                            ? "different: " + file + " (only in its line ends: CRLF, not LF; see git's core.autocrlf)\n"
                            : difference(file.toString(), title, old, text));
        }
    }

    /** Without values of Secrets, which would stay in the logs of whatever runs this. */
    private String difference(String file, String title, String old, String text) {
        if (!SecretValues.mayBeIn(old) && !SecretValues.mayBeIn(text)) {
            return UnifiedDiff.of(file, title, old, text, colors);
        }
        try {
            String before = SecretValues.of(old).masked(old);
            String after = SecretValues.of(text).masked(text);
            return before.equals(after)
                    ? "different: " + file + " (only in the values of Secrets, which are not shown)\n"
                    : UnifiedDiff.of(file, title, before, after, colors);
        } catch (BrokenInputException e) {
            return "different: " + file + " (it cannot be parsed and may hold Secrets; its lines are not shown)\n";
        }
    }

    /** A file is accounted for, whatever it holds. */
    void made(Path file) {
        made.add(file);
    }

    /** There is nothing to compare with a file, for this reason. */
    void failed(Failure failure) {
        printer.print(failure);
        worst = Math.max(worst, failure.exitCode());
    }

    /** Names the files of a directory, with these extensions, that no input makes. */
    void leftOver(Path directory, Set<String> extensions) throws Failure {
        for (Path file : files(directory)) {
            String name = String.valueOf(file.getFileName());
            int dot = Math.max(name.lastIndexOf('.'), 0);
            // A kustomization lists the manifests beside it; people write it by hand.
            boolean isOurs = extensions.contains(name.substring(dot)) && !name.startsWith("kustomization.");
            if (isOurs && !made.contains(file)) {
                leftOver++;
                console.print("left over: " + file + " (no input becomes this file)\n");
            }
        }
    }

    /** Prints the summary and returns the exit code. */
    int finish() {
        List<String> parts = new ArrayList<>();
        addUnlessZero(parts, equal, "equal");
        addUnlessZero(parts, different, "different");
        addUnlessZero(parts, missing, "missing");
        addUnlessZero(parts, written, "written");
        addUnlessZero(parts, leftOver, "left over");
        int files = equal + different + missing + written + leftOver;
        printer.summary(
                Summary.counted(files, "file"), String.join(", ", parts.isEmpty() ? List.of("none equal") : parts));
        boolean same = different + missing + leftOver == 0;
        return Math.max(worst, same ? ExitCodes.DONE : ExitCodes.REACHED);
    }

    private static void addUnlessZero(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static byte @Nullable [] read(Path file) throws Failure {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw Failure.input(file.toString(), "cannot be read: " + e.getMessage(), null);
        }
    }

    private static List<Path> files(Path directory) throws Failure {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw Failure.input(directory.toString(), "cannot be listed: " + e.getMessage(), null);
        }
    }
}
