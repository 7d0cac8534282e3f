package io.github.ecs2k8s.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fields somebody asks about: a leaf, an object with everything in it, or only the last steps of their path; written
 * as a path ({@code containerDefinitions[].image}, with or without the brackets, in capitals or not) or as a JSON pointer of
 * one value.
 */
final class FieldPattern {
    private static final String ALL = ".**.";
    private static final String TEMPLATE = ".template.";

    private final String steps;

    private FieldPattern(String steps) {
        this.steps = steps;
    }

    static FieldPattern of(String text) {
        return new FieldPattern(steps(text));
    }

    /**
     * The same in the words of the rooms' lists, which say once what many kinds have: {@code pod.spec} for the pod template
     * of any workload, {@code workload} and {@code object} for what all kinds share. The nearest comes first.
     */
    List<FieldPattern> inOtherWords() {
        List<FieldPattern> others = new ArrayList<>();
        int kind = steps.indexOf('.', 1);
        if (kind == steps.length() - 1) {
            return others;
        }
        int template = steps.indexOf(TEMPLATE);
        String pod = template >= 0
                ? ".pod." + steps.substring(template + TEMPLATE.length())
                : steps.startsWith(".pod.") ? steps : null;
        if (pod != null) {
            others.add(new FieldPattern(pod));
            others.add(new FieldPattern(pod.replace(".initcontainers.", ".containers.")));
        }
        others.add(new FieldPattern(".workload" + steps.substring(kind)));
        others.add(new FieldPattern(".object" + steps.substring(kind)));
        return others;
    }

    /** Whether a path is one of the fields, or owns all of them ({@code ScaledObject.spec.**}). */
    boolean matches(String path) {
        String other = steps(path);
        return other.contains(steps)
                || other.endsWith(ALL) && steps.startsWith(other.substring(0, other.length() - ALL.length() + 1));
    }

    /** Whether a path ends with the fields, and does not only lie below them. */
    boolean isLastStepOf(String path) {
        return steps(path).endsWith(steps);
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
        return steps.toString().toLowerCase(Locale.ROOT);
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
