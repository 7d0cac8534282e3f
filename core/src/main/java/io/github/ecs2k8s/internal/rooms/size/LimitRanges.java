package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes LimitRange → the sizes of containers that say none, put in as the API server would; a ResourceQuota, and the
 * bounds of a LimitRange, have no counterpart. ECS has no such objects, so nothing goes the other way
 * (https://kubernetes.io/docs/concepts/policy/limit-range/).
 */
public final class LimitRanges implements BundleCorrespondence, PodPreparation {
    private static final List<String> BOUNDS = List.of("min", "max", "maxLimitRequestRatio");

    @Override
    public Term term() {
        return Term.LIMIT_RANGE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of();
    }

    @Override
    public List<OwnedField> kubernetes() {
        String limits = "LimitRange.spec.limits[].";
        return List.of(
                OwnedField.nowhere(limits + "default{}"),
                OwnedField.nowhere(limits + "defaultRequest{}"),
                OwnedField.nowhere(limits + "min{}"),
                OwnedField.nowhere(limits + "max{}"),
                OwnedField.nowhere(limits + "maxLimitRequestRatio{}"),
                OwnedField.nowhere(limits + "type"),
                OwnedField.nowhere("ResourceQuota.spec.**"));
    }

    /** Nothing: ECS has no defaults of sizes. */
    @Override
    public void toKubernetes(BundleToKubernetes context) {}

    @Override
    public void prepare(PodDraft draft) {
        for (LocatedObject located : draft.all().manifests().of("LimitRange")) {
            boolean near = Objects.equals(
                    located.object().getMetadata().getNamespace(),
                    draft.workload().getMetadata().getNamespace());
            if (near && located.object() instanceof LimitRange range && range.getSpec() != null) {
                for (LimitRangeItem item : range.getSpec().getLimits()) {
                    if ("Container".equals(item.getType())) {
                        apply(item, range.getMetadata().getName(), draft);
                    }
                }
            }
        }
    }

    private static void apply(LimitRangeItem item, String name, PodDraft draft) {
        Map<String, Quantity> limits = item.getDefault() == null ? Map.of() : item.getDefault();
        Map<String, Quantity> requests = new LinkedHashMap<>(limits);
        if (item.getDefaultRequest() != null) {
            requests.putAll(item.getDefaultRequest());
        }
        for (int list = 0; list < 2; list++) {
            boolean init = list == 0;
            int count = (init ? draft.pod().getInitContainers() : draft.pod().getContainers()).size();
            for (int i = 0; i < count; i++) {
                List<String> given = new ArrayList<>();
                merge(init, i, limits, requests, given, draft);
                if (!given.isEmpty()) {
                    draft.at("spec", init ? "initContainers" : "containers", i, "resources")
                            .report(
                                    FindingCode.LIMIT_RANGE_APPLIED,
                                    "LimitRange " + name + " gives it " + String.join(", ", given));
                }
            }
        }
    }

    /** A request that is not said is the container's own limit, before any default. */
    private static void merge(
            boolean init,
            int index,
            Map<String, Quantity> limits,
            Map<String, Quantity> requests,
            List<String> given,
            PodDraft draft) {
        Container before = container(init, index, draft, false);
        Map<String, Quantity> ownLimits = of(before, true);
        Map<String, Quantity> ownRequests = of(before, false);
        requests.forEach((resource, quantity) -> {
            if (!ownRequests.containsKey(resource) && !ownLimits.containsKey(resource)) {
                ownRequests.put(resource, quantity);
                given.add("a request of " + resource + " " + quantity);
            }
        });
        limits.forEach((resource, quantity) -> {
            if (!ownLimits.containsKey(resource)) {
                ownLimits.put(resource, quantity);
                given.add("a limit of " + resource + " " + quantity);
            }
        });
        if (!given.isEmpty()) {
            Container container = container(init, index, draft, true);
            ResourceRequirements resources =
                    container.getResources() == null ? new ResourceRequirements() : container.getResources();
            resources.setLimits(ownLimits);
            resources.setRequests(ownRequests);
            container.setResources(resources);
        }
    }

    private static Container container(boolean init, int index, PodDraft draft, boolean edit) {
        var pod = edit ? draft.edit() : draft.pod();
        return (init ? pod.getInitContainers() : pod.getContainers()).get(index);
    }

    private static Map<String, Quantity> of(Container container, boolean limits) {
        ResourceRequirements resources = container.getResources();
        Map<String, Quantity> found =
                resources == null ? null : limits ? resources.getLimits() : resources.getRequests();
        return found == null ? new LinkedHashMap<>() : new LinkedHashMap<>(found);
    }

    @Override
    public void toEcs(BundleToEcs context) {
        for (LocatedObject located : context.manifests().of("LimitRange")) {
            context.use(located);
            List<Node> limits = Members.items(located.node(), "spec", "limits");
            for (int i = 0; i < limits.size(); i++) {
                sayBounds(located, i, limits.get(i), context);
            }
        }
        for (LocatedObject located : context.manifests().of("ResourceQuota")) {
            context.use(located);
            say(
                    context,
                    located.node(),
                    "ECS limits no cluster's tasks in all",
                    "ask for service quotas of the account, or limit spending with AWS Budgets",
                    "spec");
        }
    }

    private static void sayBounds(LocatedObject located, int index, Node item, BundleToEcs context) {
        String type = Members.text(item, "type");
        for (String member : BOUNDS) {
            if (Members.at(item, member) instanceof MappingNode) {
                String message = "ECS checks no " + member + " of a " + type + "; the sizes are as the pods say";
                say(context, located.node(), message, null, "spec", "limits", index, member);
            }
        }
    }

    private static void say(
            BundleToEcs context, MappingNode node, String message, @Nullable String hint, Object... path) {
        context.at(node, path).report(FindingCode.NO_ECS_COUNTERPART, message, hint);
    }
}
