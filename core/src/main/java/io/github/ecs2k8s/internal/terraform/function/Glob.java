package io.github.ecs2k8s.internal.terraform.function;

/** A pattern of {@code fileset}: {@code *} and {@code ?} within a name, {@code **} across directories, {@code {a,b}}. */
final class Glob {
    private final String pattern;
    private int steps;

    Glob(String pattern) {
        this.pattern = pattern;
    }

    boolean matches(String path) {
        steps = 0;
        return matches(pattern, path);
    }

    private boolean matches(String glob, String path) {
        if (++steps > 10_000) {
            return false;
        }
        if (glob.isEmpty()) {
            return path.isEmpty();
        }
        if (glob.startsWith("**/")) {
            int slash = path.indexOf('/');
            return matches(glob.substring(3), path) || slash >= 0 && matches(glob, path.substring(slash + 1));
        }
        if (glob.equals("**")) {
            return true;
        }
        char first = glob.charAt(0);
        if (first == '{' && glob.indexOf('}') > 0) {
            return anyOf(glob, path);
        }
        if (first == '*') {
            boolean within = !path.isEmpty() && path.charAt(0) != '/';
            return matches(glob.substring(1), path) || within && matches(glob, path.substring(1));
        }
        boolean same = !path.isEmpty() && (first == path.charAt(0) || first == '?' && path.charAt(0) != '/');
        return same && matches(glob.substring(1), path.substring(1));
    }

    private boolean anyOf(String glob, String path) {
        int end = glob.indexOf('}');
        for (String choice : glob.substring(1, end).split(",", -1)) {
            if (matches(choice + glob.substring(end + 1), path)) {
                return true;
            }
        }
        return false;
    }
}
