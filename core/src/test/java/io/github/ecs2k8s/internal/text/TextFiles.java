package io.github.ecs2k8s.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What every folder of texts has to be: complete in each language, without a text that nothing asks for. */
public final class TextFiles {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private TextFiles() {}

    /**
     * Expects exactly these texts in the folder, each once in each language, none empty.
     *
     * @param owner the class that reads them
     * @param folder below the package of that class, empty for the package itself
     * @param keys by area
     */
    public static void expect(Class<?> owner, String folder, Map<String, ? extends Collection<String>> keys)
            throws IOException {
        Map<String, Collection<String>> expected = new TreeMap<>();
        keys.forEach((area, names) -> {
            expected.put(area + ".en.properties", new TreeSet<>(names));
            expected.put(area + ".ja.properties", new TreeSet<>(names));
        });
        Map<String, Collection<String>> found = new TreeMap<>();
        for (String file : files(owner, folder)) {
            TextFile texts = TextFile.of(owner, folder + file);
            found.put(file, texts.keys());
            assertThat(texts.keys())
                    .as(file)
                    .allSatisfy(key -> assertThat(texts.get(key))
                            .as(file + " " + key)
                            .isNotBlank()
                            .isEqualTo(texts.get(key).strip()));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Iterable<String> files(Class<?> owner, String folder) throws IOException {
        Path path = RESOURCES.resolve(owner.getPackageName().replace('.', '/')).resolve(folder);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
