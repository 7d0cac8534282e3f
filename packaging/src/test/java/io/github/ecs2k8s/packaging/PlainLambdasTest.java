package io.github.ecs2k8s.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLambdasTest {
    private static final String SAMPLE = Sample.class.getName().replace('.', '/');

    /** Lambdas of every form that is rewritten, and some that are not; public, as it is loaded from outside. */
    public static final class Sample implements Supplier<List<String>> {
        private final List<String> said = new ArrayList<>();

        @Override
        public List<String> get() {
            Function<String, String> first = text -> "first " + text;
            Function<String, String> second = text -> "second " + text;
            String captured = "captured ";
            Function<String, String> third = text -> captured + text;
            long wide = 1L << 40;
            Function<String, String> fourth = text -> wide + captured + text;
            BiConsumer<List<String>, String> noResult = (list, text) -> list.add(text);
            Supplier<List<String>> ownPrivateField = () -> said;
            IntSupplier primitive = () -> 7;
            Function<String, Integer> reference = String::length;
            for (Function<String, String> function : List.of(first, second, third, fourth)) {
                noResult.accept(ownPrivateField.get(), function.apply("x"));
            }
            said.add("" + primitive.getAsInt() + reference.apply("four"));
            return said;
        }
    }

    /** Finds the rewritten classes before those of the test. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(PlainLambdasTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] content = classes.get(name.replace('.', '/'));
            Class<?> loaded = findLoadedClass(name);
            if (content == null || loaded != null) {
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            return defineClass(name, content, 0, content.length);
        }
    }

    @Test
    void rewrittenClassDoesTheSame() throws Exception {
        Map<String, byte[]> classes = ClassWithLambdas.rewrite(content());

        Class<?> rewritten = new Loader(classes).loadClass(Sample.class.getName());
        Supplier<?> sample = (Supplier<?>) rewritten.getConstructor().newInstance();

        assertThat(rewritten).isNotEqualTo(Sample.class);
        assertThat(sample.get()).isEqualTo(new Sample().get());
    }

    @Test
    void lambdasOfOneInterfaceAndCaptureShareAClass() throws IOException {
        // Function of nothing, of a String, of a long and a String; BiConsumer of nothing.
        assertThat(ClassWithLambdas.rewrite(content()))
                .containsOnlyKeys(
                        SAMPLE, SAMPLE + "$$Lambda0", SAMPLE + "$$Lambda1", SAMPLE + "$$Lambda2", SAMPLE + "$$Lambda3");
    }

    @Test
    void onlyNamedClassesOfAJarAreRewritten(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(out, "a.txt", "text".getBytes(StandardCharsets.UTF_8));
            put(out, "elsewhere/Sample.class", content());
            put(out, SAMPLE + ".class", content());
        }

        PlainLambdas.main(new String[] {jar.toString(), "io/github/"});

        Map<String, Integer> sizes = new TreeMap<>();
        try (ZipFile rewritten = new ZipFile(jar.toFile())) {
            rewritten.stream().forEach(entry -> sizes.put(entry.getName(), (int) entry.getSize()));
        }
        assertThat(sizes)
                .hasSize(7)
                .containsEntry("a.txt", 4)
                .containsEntry("elsewhere/Sample.class", content().length);
        assertThat(sizes).containsKey(SAMPLE + "$$Lambda0.class");
        assertThat(folder).isDirectoryContaining("glob:**some.jar").isDirectoryNotContaining("glob:**.new");
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] content() throws IOException {
        try (InputStream in = PlainLambdasTest.class.getResourceAsStream("PlainLambdasTest$Sample.class")) {
            return in.readAllBytes();
        }
    }
}
