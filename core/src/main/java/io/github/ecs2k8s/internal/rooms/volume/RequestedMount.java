package io.github.ecs2k8s.internal.rooms.volume;

/**
 * A mount a container asks for.
 *
 * @param volume the name of the pod volume
 * @param path the path as ECS has it
 */
record RequestedMount(String volume, String path, boolean readOnly) {

    RequestedMount {
        // What is relative, the kubelet reads from the root, and so do we.
        path = path.startsWith("/") || WindowsPaths.isAbsolute(path) ? path : "/" + path;
    }

    /** The path without trailing slashes, in which two mounts must differ. */
    String place() {
        int end = path.length();
        while (end > 1 && (path.charAt(end - 1) == '/' || path.charAt(end - 1) == '\\')) {
            end--;
        }
        return path.substring(0, end);
    }
}
