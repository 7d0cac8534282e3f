package io.github.ecs2k8s.options;

import org.jspecify.annotations.Nullable;

/**
 * Everything a caller can decide about one translation.
 *
 * @param target the cluster the manifests are for
 * @param kind what a task definition without a service becomes
 * @param namespace namespace written into every namespaced object and declared by a Namespace object; null: none
 */
public record TranslationOptions(
        Target target, WorkloadKind kind, @Nullable String namespace) {

    /** A Deployment for EKS, no namespace. */
    public static final TranslationOptions DEFAULT =
            new TranslationOptions(Target.DEFAULT, WorkloadKind.DEPLOYMENT, null);

    /** These options for another cluster. */
    public TranslationOptions withTarget(Target other) {
        return new TranslationOptions(other, kind, namespace);
    }

    /** These options for another kind of workload. */
    public TranslationOptions withKind(WorkloadKind other) {
        return new TranslationOptions(target, other, namespace);
    }

    /** These options with a namespace, or without one when null. */
    public TranslationOptions withNamespace(@Nullable String other) {
        return new TranslationOptions(target, kind, other);
    }
}
