package io.github.ecs2k8s.internal.rooms.volume;

/** Paths as Windows writes them. */
final class WindowsPaths {
    private WindowsPaths() {}

    /**
     * Whether a path is one of Windows and not relative: it begins with a drive, or with a backslash, to which the kubelet
     * adds one (https://github.com/kubernetes/kubernetes/blob/master/pkg/volume/util/util.go, MakeAbsolutePath).
     */
    static boolean isAbsolute(String path) {
        return path.length() > 1 && path.charAt(1) == ':' || path.startsWith("\\");
    }
}
