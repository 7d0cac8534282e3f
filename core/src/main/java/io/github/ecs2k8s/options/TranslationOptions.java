package io.github.ecs2k8s.options;

import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
public record TranslationOptions(
        Target target,
        WorkloadKind kind,
        @Nullable String namespace,
        TemplateValues template,
        boolean preserve,
        LaunchType launchType) {

    /** A Deployment for EKS, no namespace. */
    public static final TranslationOptions DEFAULT = new TranslationOptions(
            Target.DEFAULT, WorkloadKind.DEPLOYMENT, null, TemplateValues.NONE, false, LaunchType.FARGATE);

    /** A builder that begins with {@link #DEFAULT}. */
    public static TranslationOptionsBuilder builder() {
        return DEFAULT.toBuilder();
    }

    /** A builder that begins with these options. */
    public TranslationOptionsBuilder toBuilder() {
        return TranslationOptionsBuilder.builder(this);
    }

    /** These options for another cluster. */
    public TranslationOptions withTarget(Target other) {
        return toBuilder().target(other).build();
    }

    /** These options for another kind of workload. */
    public TranslationOptions withKind(WorkloadKind other) {
        return toBuilder().kind(other).build();
    }

    /** These options with a namespace, or without one when null. */
    public TranslationOptions withNamespace(@Nullable String other) {
        return toBuilder().namespace(other).build();
    }

    /** These options with what is known about stacks. */
    public TranslationOptions withTemplate(TemplateValues other) {
        return toBuilder().template(other).build();
    }

    /** These options with a trace of what the other side cannot hold, or without. */
    public TranslationOptions withPreserve(boolean other) {
        return toBuilder().preserve(other).build();
    }

    /** These options for task definitions of another launch type. */
    public TranslationOptions withLaunchType(LaunchType other) {
        return toBuilder().launchType(other).build();
    }
}
