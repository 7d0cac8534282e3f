package io.github.ecs2k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.correspondence.Correspondences;
import io.github.ecs2k8s.correspondence.secrets.SecretObjects;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.EcsReader;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.ManifestReader;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.Namespaces;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.report.Leftovers;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.translation.BundleContext;
import io.github.ecs2k8s.translation.Launches;
import io.github.ecs2k8s.translation.ManifestPreservation;
import io.github.ecs2k8s.translation.ManifestsToEcs;
import io.github.ecs2k8s.translation.Preservation;
import io.github.ecs2k8s.translation.TranslatedTask;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * The front door: Amazon ECS → Kubernetes and back. Immutable and thread-safe; touches no file, no network, no log.
 *
 * <pre>{@code
 * Translation translation = new Translator(TranslationOptions.DEFAULT)
 *         .toKubernetes(List.of(new SourceFile("taskdef.json", text)));
 * String manifests = translation.yaml();
 * }</pre>
 */
public final class Translator {
    private final TranslationOptions options;

    /** A translator with the given options. */
    public Translator(TranslationOptions options) {
        this.options = options;
    }

    /**
     * Translates texts: task definitions, services and what surrounds them, in every shape AWS prints or takes, as one
     * bundle.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when a text cannot be parsed, with the place
     */
    public Translation toKubernetes(List<SourceFile> inputs) {
        Findings findings = new Findings();
        EcsReader reader = new EcsReader(findings, options.template());
        for (SourceFile input : inputs) {
            reader.read(input);
        }
        return translate(reader.bundle(), findings);
    }

    /** Translates a bundle of model objects. */
    public Translation toKubernetes(EcsBundle bundle) {
        return translate(bundle, new Findings());
    }

    /**
     * Translates one task definition of the AWS SDK; findings have pointers and no lines.
     *
     * @throws IllegalArgumentException when it has no family, which is the workload's name
     */
    public Translation toKubernetes(TaskDefinition definition, List<Tag> tags) {
        if (definition.family() == null) {
            throw new IllegalArgumentException("the task definition has no family");
        }
        MappingNode tree = SdkTree.of(definition);
        return toKubernetes(EcsBundle.of(List.of(new TaskDefinitionSource(definition, tags, tree, tree))));
    }

    /**
     * Translates manifests back: every workload with its Services, routes and scalers, as kubectl prints them or people
     * write them, as one bundle.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when a text cannot be parsed, with the place
     */
    public EcsTranslation toEcs(List<SourceFile> inputs) {
        Findings findings = new Findings();
        List<LocatedObject> objects = new ArrayList<>();
        for (SourceFile input : inputs) {
            for (Node document : Documents.parse(input, findings)) {
                objects.addAll(ManifestReader.readApplied(document, findings));
            }
        }
        Manifests manifests = new Manifests(objects);
        ManifestsToEcs.Result result = ManifestsToEcs.translate(Correspondences.ALL, manifests, options, findings);
        EcsBundle bundle = result.bundle();
        Leftovers.say(manifests, result.unused(), findings);
        if (options.preserve()) {
            // What is kept of ECS in manifests is no part of what comes back.
            Translator plain = new Translator(options.withPreserve(false));
            List<HasMetadata> given = plain.toKubernetes(bundle).kubernetes().objects();
            bundle = ManifestPreservation.keep(manifests.bundle().objects(), given, bundle);
        }
        return new EcsTranslation(
                manifests, result.workloads(), result.unused(), bundle, findings.sorted(), result.resolved());
    }

    private Translation translate(EcsBundle source, Findings findings) {
        ManifestPreservation.Kept kept = ManifestPreservation.take(source);
        EcsBundle bundle = kept.bundle();
        BundleContext context = new BundleContext(bundle, options, findings);
        List<TranslatedTask> translated = Launches.translate(Correspondences.ALL, context);
        context.eachNamespaceWithSecrets(() -> SecretObjects.write(context));
        if (options.namespace() != null) {
            context.add(Namespaces.object(options.namespace()));
        }
        Leftovers.say(bundle, context, findings);
        if (options.preserve()) {
            Preservation.keep(context, Correspondences.ALL);
        }
        KubernetesBundle objects =
                KubernetesBundle.of(kept.restore(context.objects().objects()));
        return new Translation(bundle, translated, objects, findings.sorted());
    }
}
