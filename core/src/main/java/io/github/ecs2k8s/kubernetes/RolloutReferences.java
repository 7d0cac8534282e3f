package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.PodTemplateBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rollouts that take their pod template from another workload ({@code workloadRef}), with that template and selector in them,
 * as the controller reads them. What is referred to has its template no more: its own count says nothing, unless it keeps
 * pods of its own beside the Rollout
 * (https://argo-rollouts.readthedocs.io/en/stable/migrating/#reference-deployment-from-rollout).
 */
public final class RolloutReferences {
    private static final String SPEC = "spec";
    private static final String TEMPLATE = "template";
    private static final String SELECTOR = "selector";
    private static final String REFERENCE = "workloadRef";

    private final List<LocatedObject> all;
    private final Manifests manifests;
    private final Findings findings;

    private RolloutReferences(List<LocatedObject> objects, Findings findings) {
        this.all = new ArrayList<>(objects);
        this.manifests = new Manifests(objects);
        this.findings = findings;
    }

    /** The objects with every reference followed; says which lead nowhere. */
    public static List<LocatedObject> follow(List<LocatedObject> objects, Findings findings) {
        RolloutReferences references = new RolloutReferences(objects, findings);
        for (int i = 0; i < objects.size(); i++) {
            LocatedObject located = objects.get(i);
            if (PodTemplates.ROLLOUT.equals(located.object().getKind()) && !PodTemplates.isWorkload(located.object())) {
                references.follow(located, i);
            }
        }
        return references.all;
    }

    /** What a Rollout takes its template from; null when it has its own, or the input does not hold the other. */
    public static @Nullable LocatedObject meantBy(LocatedObject rollout, Manifests manifests) {
        String kind = text(rollout, "kind");
        String name = text(rollout, "name");
        String namespace = rollout.object().getMetadata().getNamespace();
        return kind == null || name == null ? null : manifests.lookUp(kind, name, namespace);
    }

    private static @Nullable String text(LocatedObject rollout, String member) {
        Node value = rollout.node().nearest(SPEC).child(REFERENCE);
        return value != null && value.child(member) instanceof ScalarNode scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }

    private void follow(LocatedObject rollout, int index) {
        LocatedObject source = meantBy(rollout, manifests);
        if (source == null || !PodTemplates.isWorkload(source.object())) {
            sayMissing(rollout);
            return;
        }
        all.set(index, joined(rollout, source));
        if (!keepsPods(source, text(rollout, "scaleDown"))) {
            all.set(all.indexOf(source), withoutTemplate(source));
        }
    }

    private void sayMissing(LocatedObject rollout) {
        String name = rollout.object().getMetadata().getName();
        Node place = rollout.node();
        boolean refers = text(rollout, "name") != null;
        String missing = text(rollout, "kind") + " " + text(rollout, "name") + " is not in the input";
        findings.add(new Finding(
                FindingCode.POD_TEMPLATE_MISSING,
                place.pointer().toString(),
                place.location(),
                refers
                        ? missing + "; nothing is written for Rollout " + name
                        : "Rollout " + name + " has no pod template; nothing is written for it",
                "add its manifest",
                null));
    }

    /** Whether a workload runs pods beside the Rollout that refers to it: one that says no number has one. */
    private static boolean keepsPods(LocatedObject source, @Nullable String scaleDown) {
        boolean scaled = scaleDown != null && !scaleDown.equals("never");
        Integer count = null;
        if (source.object() instanceof Deployment deployment) {
            count = deployment.getSpec().getReplicas();
        } else if (source.object() instanceof ReplicaSet set) {
            count = set.getSpec().getReplicas();
        }
        return !scaled && !(source.object() instanceof PodTemplate) && (count == null || count > 0);
    }

    private static LocatedObject joined(LocatedObject rollout, LocatedObject source) {
        Map<String, Object> spec = new LinkedHashMap<>();
        GenericKubernetesResource given = (GenericKubernetesResource) rollout.object();
        if (given.getAdditionalProperties().get(SPEC) instanceof Map<?, ?> own) {
            own.forEach((key, value) -> spec.put(String.valueOf(key), value));
        }
        spec.put(TEMPLATE, PodTemplates.of(source.object()));
        MappingNode node = NodeForms.change(rollout.node(), SPEC, own -> {
            MappingNode joined = NodeForms.replace(own, TEMPLATE, TEMPLATE, PodTemplates.node(source));
            Node selector = source.node().nearest(SPEC).child(SELECTOR);
            return own.get(SELECTOR) != null || selector == null
                    ? joined
                    : NodeForms.replace(joined, SELECTOR, SELECTOR, selector);
        });
        return new LocatedObject(
                CustomResources.of(given.getApiVersion(), given.getKind(), given.getMetadata(), spec), node);
    }

    private static LocatedObject withoutTemplate(LocatedObject source) {
        HasMetadata object = source.object();
        MappingNode node = source.node();
        if (object instanceof Deployment deployment) {
            object = new DeploymentBuilder(deployment)
                    .editSpec()
                    .withTemplate(null)
                    .endSpec()
                    .build();
        } else if (object instanceof ReplicaSet set) {
            object = new ReplicaSetBuilder(set)
                    .editSpec()
                    .withTemplate(null)
                    .endSpec()
                    .build();
        } else if (object instanceof PodTemplate template) {
            object = new PodTemplateBuilder(template).withTemplate(null).build();
            return new LocatedObject(object, NodeForms.replace(node, TEMPLATE, TEMPLATE, null));
        }
        MappingNode rest = NodeForms.change(node, SPEC, spec -> {
            MappingNode without = NodeForms.replace(spec, TEMPLATE, TEMPLATE, null);
            return NodeForms.replace(without, SELECTOR, SELECTOR, null);
        });
        return new LocatedObject(object, rest);
    }
}
