package io.github.ecs2k8s.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of one area in one language: a properties file in UTF-8 beside the class that they belong to. It is read when
 * somebody first asks for one of its sentences; a conversion asks for none.
 */
public final class TextFile {
    private static final Map<String, TextFile> READ = new ConcurrentHashMap<>();

    private final String path;
    private final Map<String, String> sentences;

    private TextFile(String path, Map<String, String> sentences) {
        this.path = path;
        this.sentences = Collections.unmodifiableMap(sentences);
    }

    /**
     * The file of this name.
     *
     * @param owner the class beside whose package the file lies
     * @param name relative to that package: {@code health.en.properties}
     */
    public static TextFile of(Class<?> owner, String name) {
        return READ.computeIfAbsent(
                '/' + owner.getPackageName().replace('.', '/') + '/' + name, path -> read(owner, path));
    }

    /** The sentence under a key. */
    public String get(String key) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalStateException(path + " has no " + key);
        }
        return sentence;
    }

    /** The sentence under a key, or null where the file has none. */
    public @Nullable String find(String key) {
        return sentences.get(key);
    }

    /** Every key of the file, in alphabetical order. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    private static TextFile read(Class<?> owner, String path) {
        try (InputStream stream = owner.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + path);
            }
            Once properties = new Once();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new TextFile(path, properties.sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Takes each key once; of a key that stands twice, {@link Properties} would drop one text in silence. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> sentences = new TreeMap<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (sentences.putIfAbsent((String) key, (String) value) != null) {
                throw new IllegalStateException("the key " + key + " stands twice");
            }
            return super.put(key, value);
        }
    }
}
