package io.github.ecs2k8s.source;

import org.jspecify.annotations.Nullable;

/** A JSON pointer (RFC 6901), kept as a chain so that a parser can hand one to every node without building strings. */
public final class Pointer {

    /** The whole document. */
    public static final Pointer ROOT = new Pointer(null, "");

    private final @Nullable Pointer parent;
    private final Object segment;

    private Pointer(@Nullable Pointer parent, Object segment) {
        this.parent = parent;
        this.segment = segment;
    }

    /** The member {@code key} of the mapping this points at. */
    public Pointer child(String key) {
        return new Pointer(this, key);
    }

    /** The element {@code index} (from 0) of the sequence this points at. */
    public Pointer child(int index) {
        return new Pointer(this, index);
    }

    /** The RFC 6901 text: empty for the root, otherwise {@code /a/0/b} with {@code ~} and {@code /} escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.write(text);
        text.append('/');
        String name = segment.toString();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '~') {
                text.append("~0");
            } else if (c == '/') {
                text.append("~1");
            } else {
                text.append(c);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pointer that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
