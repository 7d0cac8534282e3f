package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;

/**
 * Turns offsets into a text into lines and columns. Asking in ascending order costs one pass over the text; going back
 * starts that pass anew. A byte-order mark takes no column.
 */
final class TextPlaces {
    private final String file;
    private final String text;
    private final int start;
    private int offset;
    private int codePoints;
    private int line;
    private int lineStart;
    private int document;

    TextPlaces(SourceFile source) {
        file = source.name();
        text = source.text();
        start = text.startsWith("\uFEFF") ? 1 : 0;
        rewind();
    }

    /** The place of a UTF-16 offset into the whole text. */
    SourceLocation at(int wanted) {
        if (wanted < offset) {
            rewind();
        }
        while (offset < wanted && offset < text.length()) {
            step();
        }
        return place();
    }

    /** The place of a code point counted from the first one behind the byte-order mark. */
    SourceLocation atCodePoint(int wanted) {
        if (wanted < codePoints) {
            rewind();
        }
        while (codePoints < wanted && offset < text.length()) {
            step();
        }
        return place();
    }

    private SourceLocation place() {
        return new SourceLocation(file, document, line, offset - lineStart + 1);
    }

    /** Says that what follows is a document of its own. */
    void nextDocument() {
        document++;
    }

    private void rewind() {
        offset = start;
        codePoints = 0;
        line = 1;
        lineStart = start;
    }

    private void step() {
        char c = text.charAt(offset);
        offset += Character.isHighSurrogate(c)
                        && offset + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(offset + 1))
                ? 2
                : 1;
        codePoints++;
        boolean pairedReturn = c == '\r' && offset < text.length() && text.charAt(offset) == '\n';
        if (c == '\n' || (c == '\r' && !pairedReturn)) {
            line++;
            lineStart = offset;
        }
    }
}
