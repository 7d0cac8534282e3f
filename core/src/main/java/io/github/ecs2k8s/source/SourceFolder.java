package io.github.ecs2k8s.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files beside an input, which it refers to by path. Whoever hands over the input decides which of them can be read; paths
 * are relative, with {@code /} between names and {@code ..} only at their beginning.
 */
public interface SourceFolder {

    /** No files. */
    SourceFolder EMPTY = new SourceFolder() {
        @Override
        public @Nullable SourceFile read(String path) {
            return null;
        }

        @Override
        public List<String> list(String directory) {
            return List.of();
        }
    };

    /**
     * Files that are in memory.
     *
     * @param files the texts by their paths
     */
    static SourceFolder of(Map<String, String> files) {
        return new FilesInMemory(files);
    }

    /** A file under the name that findings call it by; null when there is none, or it is no text or must not be read. */
    @Nullable SourceFile read(String path);

    /**
     * The names of what stands in a directory, directories with a {@code /} at their end, in their order; empty when there is
     * no such directory, or it must not be read. The input's own directory is the empty path.
     */
    List<String> list(String directory);
}
