package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.source.BrokenInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which Secrets of a file somebody has filled in and lose their values now that the file is written anew. */
final class EmptiedSecrets {
    private EmptiedSecrets() {}

    /** Before a text takes the place of a file. */
    static void say(Path file, String text, FindingPrinter printer) {
        String old = old(file);
        if (old.equals(text) || !SecretValues.mayBeIn(old)) {
            return;
        }
        try {
            for (String name : SecretValues.of(old).missingIn(SecretValues.of(text))) {
                printer.warn(
                        file.toString(),
                        "somebody had filled in the Secret" + (name.isEmpty() ? "" : " " + name)
                                + "; the file is written without its values",
                        "fill it in again, or keep values in a file of their own");
            }
        } catch (BrokenInputException e) {
            printer.warn(
                    file.toString(),
                    "the file could not be parsed and may have held values of Secrets; it is written anew",
                    "look into the version before");
        }
    }

    private static String old(Path file) {
        try {
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
