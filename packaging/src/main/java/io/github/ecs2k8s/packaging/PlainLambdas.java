package io.github.ecs2k8s.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a jar so that its lambdas are methods of plain classes. The JVM links a lambda where it is first met, anew in
 * every process: 0.15 ms on JDK 17, even out of a class-data archive. The AWS SDK describes each member of each model
 * class with two of them, so that a conversion meets 400.
 */
public final class PlainLambdas {
    private PlainLambdas() {}

    /**
     * Rewrites a jar in place.
     *
     * @param args the jar, then with what the names of the classes begin that are rewritten: {@code software/amazon/}
     */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        List<String> prefixes = List.of(args).subList(1, args.length);
        Path rewritten = Path.of(args[0] + ".new");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                copy(in, entry, out, prefixes);
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile in, ZipEntry entry, ZipOutputStream out, List<String> prefixes)
            throws IOException {
        byte[] content;
        try (InputStream stream = in.getInputStream(entry)) {
            content = stream.readAllBytes();
        }
        String name = entry.getName();
        if (name.endsWith(".class") && prefixes.stream().anyMatch(name::startsWith)) {
            for (Map.Entry<String, byte[]> part :
                    ClassWithLambdas.rewrite(content).entrySet()) {
                write(out, part.getKey() + ".class", entry.getTime(), part.getValue());
            }
        } else {
            write(out, name, entry.getTime(), content);
        }
    }

    private static void write(ZipOutputStream out, String name, long time, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
