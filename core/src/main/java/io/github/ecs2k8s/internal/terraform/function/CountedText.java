package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;

/** A text that counts how often a regular expression looks at it: one that goes back and forth for ever ends in a message. */
record CountedText(String text, SourceLocation place, int[] looks) implements CharSequence {
    private static final int MAX_LOOKS = 20_000_000;

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MAX_LOOKS) {
            throw new BrokenInputException(
                    place, "this regular expression takes too long", "write it without repetitions of repetitions");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
