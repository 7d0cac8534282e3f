package io.github.ecs2k8s.options;

import org.jspecify.annotations.Nullable;

/**
 * Everything a caller can decide about one translation.
 *
 * @param target the cluster the manifests are for
 * @param kind what a task definition without a service becomes
 * @param namespace namespace written into every namespaced object and declared by a Namespace object; null: none
 * @param template what is known about the stacks of CloudFormation templates in the input
 * @param preserve whether what the other side cannot hold is kept beside it, so that it comes back
 * @param launchType what task definitions are written for
 */
public record TranslationOptions(
        Target target,
        WorkloadKind kind,
        @Nullable String namespace,
        TemplateValues template,
        boolean preserve,
        LaunchType launchType) {

    /** Options for Fargate. */
    public TranslationOptions(
            Target target, WorkloadKind kind, @Nullable String namespace, TemplateValues template, boolean preserve) {
        this(target, kind, namespace, template, preserve, LaunchType.FARGATE);
    }

    /** Options that keep no trace of what the other side cannot hold. */
    public TranslationOptions(Target target, WorkloadKind kind, @Nullable String namespace, TemplateValues template) {
        this(target, kind, namespace, template, false);
    }

    /** Options for inputs that are no templates. */
    public TranslationOptions(Target target, WorkloadKind kind, @Nullable String namespace) {
        this(target, kind, namespace, TemplateValues.NONE);
    }

    /** A Deployment for EKS, no namespace. */
    public static final TranslationOptions DEFAULT =
            new TranslationOptions(Target.DEFAULT, WorkloadKind.DEPLOYMENT, null, TemplateValues.NONE);

    /** These options for another cluster. */
    public TranslationOptions withTarget(Target other) {
        return new TranslationOptions(other, kind, namespace, template, preserve, launchType);
    }

    /** These options for another kind of workload. */
    public TranslationOptions withKind(WorkloadKind other) {
        return new TranslationOptions(target, other, namespace, template, preserve, launchType);
    }

    /** These options with a namespace, or without one when null. */
    public TranslationOptions withNamespace(@Nullable String other) {
        return new TranslationOptions(target, kind, other, template, preserve, launchType);
    }

    /** These options with what is known about stacks. */
    public TranslationOptions withTemplate(TemplateValues other) {
        return new TranslationOptions(target, kind, namespace, other, preserve, launchType);
    }

    /** These options with a trace of what the other side cannot hold, or without. */
    public TranslationOptions withPreserve(boolean other) {
        return new TranslationOptions(target, kind, namespace, template, other, launchType);
    }

    /** These options for task definitions of another launch type. */
    public TranslationOptions withLaunchType(LaunchType other) {
        return new TranslationOptions(target, kind, namespace, template, preserve, other);
    }
}
