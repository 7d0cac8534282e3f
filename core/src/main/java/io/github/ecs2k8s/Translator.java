package io.github.ecs2k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.behaviour.Behaviour;
import io.github.ecs2k8s.internal.pipeline.EcsPipeline;
import io.github.ecs2k8s.internal.pipeline.EcsPreservation;
import io.github.ecs2k8s.internal.pipeline.KubernetesPipeline;
import io.github.ecs2k8s.internal.pipeline.ManifestPreservation;
import io.github.ecs2k8s.internal.read.EcsReader;
import io.github.ecs2k8s.internal.rooms.Correspondences;
import io.github.ecs2k8s.internal.rooms.secret.SecretObjects;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.ManifestReader;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.RepeatedObjects;
import io.github.ecs2k8s.kubernetes.RolloutReferences;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.report.UnownedFields;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * The front door: Amazon ECS → Kubernetes and back. Immutable and thread-safe; touches no file, no network, no log.
 *
 * <pre>{@code
 * KubernetesTranslation translation = new Translator(TranslationOptions.DEFAULT)
 *         .toKubernetes(List.of(new SourceFile("taskdef.json", text)));
 * String manifests = translation.yaml();
 * }</pre>
 */
public final class Translator {
    private final TranslationOptions options;
    private final Extensions extensions;
    private final List<Correspondence> rooms;

    /** A translator with the given options. */
    public Translator(TranslationOptions options) {
        this(options, Extensions.NONE);
    }

    /** A translator with the given options and what an embedder adds. */
    public Translator(TranslationOptions options, Extensions extensions) {
        this.options = options;
        this.extensions = extensions;
        this.rooms = Correspondences.and(extensions.rooms());
    }

    /**
     * Translates texts: task definitions, services and what surrounds them, in every shape AWS prints or takes, as one
     * bundle.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when a text cannot be parsed, with the place
     */
    public KubernetesTranslation toKubernetes(List<SourceFile> inputs) {
        Findings findings = new Findings();
        EcsReader reader = new EcsReader(findings, options.template());
        for (SourceFile input : inputs) {
            reader.read(input);
        }
        return translate(reader.bundle(), findings);
    }

    /** Translates a bundle of model objects. */
    public KubernetesTranslation toKubernetes(EcsBundle bundle) {
        return translate(bundle, new Findings());
    }

    /**
     * Translates one task definition of the AWS SDK; findings have pointers and no lines.
     *
     * @throws IllegalArgumentException when it has no family, which is the workload's name
     */
    public KubernetesTranslation toKubernetes(TaskDefinition definition, List<Tag> tags) {
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
        List<LocatedObject> once = RepeatedObjects.left(objects, findings);
        Manifests manifests = new Manifests(once);
        Manifests followed = new Manifests(RolloutReferences.follow(once, findings));
        EcsPipeline.Result result = EcsPipeline.translate(rooms, followed, options, findings);
        EcsBundle bundle = result.bundle();
        UnownedFields.say(manifests, result.unused(), findings);
        if (options.preserve()) {
            // What is kept of ECS in manifests is no part of what comes back.
            Translator plain = new Translator(options.withPreserve(false), extensions);
            List<HasMetadata> given = plain.toKubernetes(bundle).kubernetes().objects();
            bundle = ManifestPreservation.keep(manifests, given, bundle, findings);
        }
        EcsBundle filtered = extensions.filter().ecs(bundle);
        Behaviour.compare(followed, result.workloads(), filtered, findings);
        return new EcsTranslation(
                manifests, result.workloads(), result.unused(), filtered, findings.sorted(), result.resolved());
    }

    private KubernetesTranslation translate(EcsBundle source, Findings findings) {
        ManifestPreservation.Kept kept = ManifestPreservation.take(source);
        EcsBundle bundle = kept.bundle();
        BundleToKubernetes context = new BundleToKubernetes(bundle, options, extensions.naming(), findings);
        List<TranslatedLaunch> translated = KubernetesPipeline.translate(rooms, context);
        SecretObjects.write(context);
        if (options.namespace() != null) {
            context.namespace(options.namespace());
        }
        UnownedFields.say(bundle, context, findings);
        if (options.preserve()) {
            EcsPreservation.keep(context, rooms);
        }
        List<HasMetadata> made = kept.restore(context.objects().objects());
        KubernetesBundle objects = KubernetesBundle.of(extensions.filter().kubernetes(made));
        Behaviour.compare(bundle, translated, objects, findings);
        return new KubernetesTranslation(bundle, translated, objects, findings.sorted());
    }
}
