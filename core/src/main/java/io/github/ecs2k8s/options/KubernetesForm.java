package io.github.ecs2k8s.options;

import java.util.Locale;

/** A form in which manifests are written. */
public enum KubernetesForm {
    /** One YAML stream, as people write it. */
    YAML,
    /** One JSON object, or a {@code List} of several. */
    JSON;

    /** The extension of files in this form, with its dot. */
    public String extension() {
        return "." + this;
    }

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
