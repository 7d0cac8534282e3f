package io.github.ecs2k8s.cli;

/**
 * The fields somebody asks about: a leaf, an object with everything in it, or only the last steps of their path; written
 * as a path ({@code containerDefinitions[].image}, with or without the brackets) or as a JSON pointer of one value.
 */
final class FieldPattern {
    /** Every field there is. */
    static final FieldPattern EVERY = new FieldPattern(".");

    private final String steps;

    private FieldPattern(String steps) {
        this.steps = steps;
    }

    static FieldPattern of(String text) {
        return new FieldPattern(steps(text));
    }

    boolean matches(String path) {
        return steps(path).contains(steps);
    }

    /** {@code .containerDefinitions.image.}: names between dots, without list and map steps and indices. */
    private static String steps(String path) {
        StringBuilder steps = new StringBuilder(".");
        StringBuilder step = new StringBuilder();
        for (int i = 0; i <= path.length(); i++) {
            char c = i == path.length() ? '.' : path.charAt(i);
            if (c != '.' && c != '/' && c != '[' && c != ']' && c != '{' && c != '}') {
                step.append(c);
            } else {
                if (!isIndex(step)) {
                    steps.append(step).append('.');
                }
                step.setLength(0);
            }
        }
        return steps.toString();
    }

    private static boolean isIndex(StringBuilder step) {
        for (int i = 0; i < step.length(); i++) {
            if (step.charAt(i) < '0' || step.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
