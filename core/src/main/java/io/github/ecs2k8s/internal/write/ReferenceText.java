package io.github.ecs2k8s.internal.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with references in it: {@code service/${Cluster}/${WebService.Name}}.
 *
 * @param pieces what stands one after another
 */
public record ReferenceText(List<Piece> pieces) {

    /**
     * Literal text, or a reference.
     *
     * @param text the literal, or the name between the braces
     */
    public record Piece(String text, boolean isReference) {}

    /** Takes a text apart. */
    public static ReferenceText parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int open = text.indexOf("${", start);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0 || close == open + 2) {
                break;
            }
            if (open > start) {
                pieces.add(new Piece(text.substring(start, open), false));
            }
            pieces.add(new Piece(text.substring(open + 2, close), true));
            start = close + 1;
        }
        if (start < text.length()) {
            pieces.add(new Piece(text.substring(start), false));
        }
        return new ReferenceText(pieces);
    }

    /** Whether it is one reference and nothing else. */
    public boolean isWhole() {
        return pieces.size() == 1 && pieces.get(0).isReference();
    }

    /** Whether there is any reference in it. */
    public boolean hasReference() {
        return pieces.stream().anyMatch(Piece::isReference);
    }
}
