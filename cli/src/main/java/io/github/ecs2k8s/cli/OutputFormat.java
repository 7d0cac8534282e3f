package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.KubernetesTranslation;

/** The format of manifests. */
enum OutputFormat {
    YAML,
    JSON;

    /** The manifests in this format. */
    String write(KubernetesTranslation translation) {
        return this == YAML ? translation.yaml() : translation.json();
    }

    /** The extension of files in this format, with its dot. */
    String extension() {
        return "." + this;
    }

    @Override
    public String toString() {
        return Choices.spelled(this);
    }
}
