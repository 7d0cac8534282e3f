package io.github.ecs2k8s.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files by their paths, none of which lies anywhere else. */
record FilesInMemory(Map<String, String> files) implements SourceFolder {

    @Override
    public @Nullable SourceFile read(String path) {
        String text = files.get(path);
        return text == null ? null : new SourceFile(path, text, this);
    }

    @Override
    public List<String> list(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            if (path.startsWith(prefix)) {
                int slash = path.indexOf('/', prefix.length());
                names.add(path.substring(prefix.length(), slash < 0 ? path.length() : slash + 1));
            }
        }
        return new ArrayList<>(names);
    }
}
