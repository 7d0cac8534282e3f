package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.kubernetes.Names;

/** What a template leaves open, written so that it is valid where it stands and seen by whoever reads it. */
public final class Placeholders {
    private Placeholders() {}

    /** Whether a value holds something that only the deployed template, or who rendered it, would know. */
    public static boolean isOpen(String value) {
        return value.contains("${") || value.contains("{{");
    }

    /** The text with {@code Stage} for {@code ${Stage}}: letters and digits that no load balancer refuses. */
    public static String visible(String value) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int start = next(value, 0); start >= 0; start = next(value, from)) {
            boolean braces = value.startsWith("{{", start);
            int end = value.indexOf(braces ? "}}" : "}", start);
            if (end < 0) {
                break;
            }
            text.append(value, from, start)
                    .append(Names.dnsLabel(value.substring(start + 2, end).trim()));
            from = end + (braces ? 2 : 1);
        }
        return text.append(value, from, value.length()).toString();
    }

    private static int next(String value, int from) {
        int dollar = value.indexOf("${", from);
        int braces = value.indexOf("{{", from);
        return dollar < 0 || (braces >= 0 && braces < dollar) ? braces : dollar;
    }
}
