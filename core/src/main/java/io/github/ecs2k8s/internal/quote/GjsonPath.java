package io.github.ecs2k8s.internal.quote;

import org.jspecify.annotations.Nullable;

/**
 * Paths by which External Secrets takes a value out of a JSON text
 * (https://github.com/tidwall/gjson/blob/master/SYNTAX.md).
 */
public final class GjsonPath {
    private GjsonPath() {}

    /** The path of one key of the outermost object: what could mean more than itself stands behind a backslash. */
    public static String of(String key) {
        StringBuilder path = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (!isPlain(key.charAt(i))) {
                path.append('\\');
            }
            path.append(key.charAt(i));
        }
        return path.toString();
    }

    /** The key of the outermost object that a path means; null when it leads deeper or does something to the value. */
    public static @Nullable String key(String path) {
        StringBuilder key = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' && i + 1 < path.length()) {
                i++;
                key.append(path.charAt(i));
            } else if (".|#*?".indexOf(c) >= 0 || i == 0 && "@!{[".indexOf(c) >= 0) {
                return null;
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** What gjson's own {@code Escape} leaves as it is. */
    private static boolean isPlain(char c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letter || c <= ' ' || c > '~' || c == '_' || c == '-' || c == ':';
    }
}
