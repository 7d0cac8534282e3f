package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.source.Bounds;
import io.github.ecs2k8s.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads inputs, and the environment files that lie beside those which refer to some. */
final class Sources {
    private final InputStream standardInput;
    private final List<String> variableFiles;

    /**
     * Sources.
     *
     * @param variableFiles files with values of variables, as the user names them
     */
    Sources(InputStream standardInput, List<String> variableFiles) {
        this.standardInput = standardInput;
        this.variableFiles = variableFiles;
    }

    /**
     * The inputs in their order, then their environment files; without YAML in a directory that holds no more than
     * comments, as a chart renders a template whose condition is false.
     */
    List<SourceFile> read(List<InputFile> inputs) throws Failure {
        List<SourceFile> sources = new ArrayList<>();
        List<InputFile> asking = new ArrayList<>();
        Set<String> names = new HashSet<>();
        ConfigurationFiles configurations = new ConfigurationFiles(this);
        for (InputFile input : inputs) {
            if (ConfigurationFiles.is(input)) {
                configurations.add(input, sources);
                continue;
            }
            SourceFile source = read(input);
            names.add(input.name());
            if (input.named() || !isEmptyYaml(source)) {
                sources.add(source);
                // Only where somebody asks for them: an unrelated .env file is nobody's business.
                if (source.text().contains("environmentFiles")) {
                    asking.add(input);
                }
            }
        }
        configurations.addVariables(variableFiles, sources);
        asking.addAll(configurations.asking());
        for (InputFile input : asking) {
            addEnvironmentFiles(input, names, sources);
        }
        return sources;
    }

    private static boolean isEmptyYaml(SourceFile source) {
        if (source.name().endsWith(".json")) {
            return false;
        }
        String text = source.text();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end).strip();
            if (!line.isEmpty() && line.charAt(0) != '#' && !line.equals("---")) {
                return false;
            }
            start = end < 0 ? text.length() : end + 1;
        }
        return true;
    }

    SourceFile read(InputFile input) throws Failure {
        byte[] bytes = bytes(input.name(), input.path());
        return new SourceFile(input.name(), text(input.name(), bytes));
    }

    private void addEnvironmentFiles(InputFile input, Set<String> names, List<SourceFile> sources) throws Failure {
        Path path = input.path();
        if (path == null) {
            return;
        }
        Path directory = path.toAbsolutePath().getParent();
        String[] siblings = directory == null ? null : directory.toFile().list();
        if (siblings == null) {
            return;
        }
        Arrays.sort(siblings);
        String folder = input.name().substring(0, input.name().lastIndexOf('/') + 1);
        for (String sibling : siblings) {
            Path file = path.resolveSibling(sibling);
            boolean environment = sibling.endsWith(".env") && !sibling.startsWith(".") && isRegular(file.toFile());
            if (environment && names.add(folder + sibling)) {
                sources.add(read(new InputFile(folder + sibling, sibling, file, false)));
            }
        }
    }

    private static boolean isRegular(File file) {
        return file.isFile();
    }

    private byte[] bytes(String name, @Nullable Path path) throws Failure {
        try (InputStream in = path == null ? InputStream.nullInputStream() : Files.newInputStream(path)) {
            byte[] bytes = (path == null ? standardInput : in).readNBytes(Bounds.MAX_TEXT + 1);
            if (bytes.length > Bounds.MAX_TEXT) {
                throw Failure.input(
                        name,
                        "larger than " + (Bounds.MAX_TEXT >> 20) + " MiB",
                        "a task definition is at most 64 KiB; is this the right file?");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw Failure.input(name, "no such file (a link that leads nowhere?)", null);
        } catch (AccessDeniedException e) {
            throw Failure.input(name, "permission denied", "chmod +r " + name);
        } catch (IOException e) {
            throw Failure.input(name, "cannot be read: " + e.getMessage(), null);
        }
    }

    /** Decodes strictly: a replacement character in a manifest would be a silent change. */
    private static String text(String name, byte[] bytes) throws Failure {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (!result.isError()) {
            return out.flip().toString();
        }
        int offset = in.position();
        boolean utf16 = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        throw Failure.input(
                name,
                "not UTF-8: byte 0x" + Integer.toHexString(bytes[offset] & 0xFF) + " at offset " + offset + ", line "
                        + line,
                (utf16 ? "it looks like UTF-16; " : "") + "iconv -f " + (utf16 ? "UTF-16" : "ISO-8859-1") + " -t UTF-8 "
                        + name);
    }
}
