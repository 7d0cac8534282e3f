package io.github.ecs2k8s.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Runs command lines in this process, in a directory of their own. {@code @} in an argument is that directory. */
abstract class CommandLineTest {
    static final String WEB = """
            {
              "family": "web",
              "containerDefinitions": [{"name": "app", "image": "example/web:1"}]
            }
            """;
    /** The same with a family that is no valid name: one finding of severity info. */
    static final String SHOP_WEB = WEB.replace("\"web\"", "\"Shop_web\"");
    /** A field that does not exist: a warning. */
    static final String WARNED = WEB.replace("\"family\"", "\"famly\": \"x\", \"family\"");
    /** A value that nothing can be made of: an error. */
    static final String WRONG = WEB.replace("\"image\"", "\"environment\": \"x\", \"image\"");

    static final String BROKEN = "{\n  \"family\": \"web\",\n  oops\n}\n";

    @TempDir
    Path directory;

    InputStream in = InputStream.nullInputStream();
    boolean terminal;
    boolean noColor;
    String out = "";
    String err = "";

    int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        Console console =
                new Console(in, new PrintWriter(outText), new PrintWriter(errText), terminal, terminal, noColor);
        List<String> expanded = new ArrayList<>();
        for (String argument : arguments) {
            expanded.add(argument.replace("@", directory.toString()));
        }
        int code = Main.run(console, expanded.toArray(String[]::new));
        out = outText.toString();
        err = errText.toString().replace(directory.toString(), "@");
        out = out.replace(directory.toString(), "@");
        return code;
    }

    void standardInput(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] bytes) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    String text(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    /** Every file below a directory, hidden ones included. */
    List<String> files(String name) throws IOException {
        Path top = directory.resolve(name);
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
