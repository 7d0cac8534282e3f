package io.github.ecs2k8s.internal.template;

import java.util.ArrayList;
import java.util.List;

/** Splits text that may hold placeholders, whose names have delimiters of their own: {@code ${AWS::AccountId}}. */
final class PlaceholderText {

    private PlaceholderText() {}

    /** The pieces between delimiters; one that stands inside a placeholder does not count. */
    static List<String> split(String text, String delimiter) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.startsWith("${", at) ? text.indexOf('}', at) : -1;
            if (end > 0) {
                at = end + 1;
            } else if (text.startsWith(delimiter, at)) {
                pieces.add(text.substring(from, at));
                at += delimiter.length();
                from = at;
            } else {
                at++;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
