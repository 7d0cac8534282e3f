package io.github.ecs2k8s.finding;

import java.util.Locale;

/** How much a finding matters to whoever applies the output. */
public enum Severity {
    /** The output does not do what the input did, or would be refused; somebody has to act. */
    ERROR,
    /** The output runs, but something differs that a user may notice. */
    WARNING,
    /** Nothing is lost in practice; written down so that nobody has to wonder. */
    INFO;

    /** The name in lower case, as it is printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
