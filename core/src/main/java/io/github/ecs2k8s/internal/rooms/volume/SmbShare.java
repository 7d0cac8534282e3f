package io.github.ecs2k8s.internal.rooms.volume;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a share: {@code //fs-id.domain/share/directory} for the SMB driver, {@code share\directory} below a file
 * system for ECS.
 *
 * @param fileSystem the file system's id
 * @param domain the Active Directory domain, null when not known
 * @param directories the share and the directories below it
 */
record SmbShare(String fileSystem, @Nullable String domain, List<String> directories) {

    /** An address from ECS's values. */
    static SmbShare of(String fileSystem, @Nullable String domain, @Nullable String rootDirectory) {
        return new SmbShare(fileSystem, domain, split(rootDirectory == null ? "" : rootDirectory));
    }

    /** Reads the driver's form, with slashes of either kind. */
    static SmbShare parse(String source) {
        List<String> parts = split(source);
        if (parts.isEmpty()) {
            return new SmbShare("", null, List.of());
        }
        String host = parts.get(0);
        int dot = host.indexOf('.');
        return new SmbShare(
                dot < 0 ? host : host.substring(0, dot),
                dot < 0 ? null : host.substring(dot + 1),
                parts.subList(1, parts.size()));
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/' || path.charAt(i) == '\\') {
                if (i > start) {
                    parts.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        return List.copyOf(parts);
    }

    /** The DNS name that file systems joined to a domain have. */
    String host() {
        return domain == null ? fileSystem : fileSystem + "." + domain;
    }

    /** As the driver reads it. */
    String source() {
        return "//" + host() + (directories.isEmpty() ? "" : "/" + String.join("/", directories));
    }

    /** As ECS has it. */
    String rootDirectory() {
        return String.join("\\", directories);
    }
}
