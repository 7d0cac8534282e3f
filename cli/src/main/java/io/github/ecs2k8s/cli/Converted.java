package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.Translation;

/**
 * The result of one conversion.
 *
 * @param title what was converted, as the summary calls it
 * @param translation manifests and findings
 * @param text the manifests in the format asked for; empty when there was nothing to translate
 * @param summary the numbers
 */
record Converted(String title, Translation translation, String text, Summary summary) {

    /** Whether the inputs held nothing to translate. */
    boolean isEmpty() {
        return translation.kubernetes().objects().isEmpty();
    }

    /** How to say so. */
    Failure nothing() {
        return Failure.input(
                title,
                "nothing to translate",
                "give a task definition or a service, for example from aws ecs describe-task-definition");
    }
}
