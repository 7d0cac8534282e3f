package io.github.ecs2k8s.internal.rooms.volume;

/**
 * A mount a container asks for.
 *
 * @param volume the name of the pod volume
 * @param path the path as ECS has it
 */
record RequestedMount(String volume, String path, boolean readOnly) {

    RequestedMount {
        // Windows paths begin with a drive; what else is relative, the kubelet reads from the root, and so do we.
        boolean windows = path.length() > 1 && path.charAt(1) == ':' || path.startsWith("\\");
        path = path.startsWith("/") || windows ? path : "/" + path;
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
