package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the API server requires of a pod's parts: what lacks one is said once, here, and every room can rely
 * on names. A container without a name gets one; anything else without its name or place is left out
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/).
 */
final class RequiredFields {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution[]";
    private static final int MOST = 65535;
    private static final String NAME = "name";
    private static final String OPERATOR = "operator";

    private static final String[][] OF_PODS = {
        {"volumes[]", NAME},
        {"volumes[]", "persistentVolumeClaim", "claimName"},
        {"volumes[]", "csi", "driver"},
        {"volumes[]", "nfs", "server"},
        {"imagePullSecrets[]", ""},
        {"hostAliases[]", "ip"},
        {"tolerations[]", ""},
        {"topologySpreadConstraints[]", "topologyKey"},
        {"affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms[]", "matchExpressions[]", "key"},
        {"affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms[]", "matchExpressions[]", OPERATOR},
        {"affinity", "nodeAffinity", PREFERRED, "preference", "matchExpressions[]", "key"},
        {"affinity", "nodeAffinity", PREFERRED, "preference", "matchExpressions[]", OPERATOR},
        {"affinity", "podAffinity", REQUIRED + "[]", "topologyKey"},
        {"affinity", "podAntiAffinity", REQUIRED + "[]", "topologyKey"},
        {"affinity", "podAffinity", PREFERRED, "podAffinityTerm", "topologyKey"},
        {"affinity", "podAntiAffinity", PREFERRED, "podAffinityTerm", "topologyKey"},
    };

    private static final String[][] OF_CONTAINERS = {
        {"env[]", NAME},
        {"env[]", "valueFrom", "configMapKeyRef", NAME},
        {"env[]", "valueFrom", "configMapKeyRef", "key"},
        {"env[]", "valueFrom", "secretKeyRef", NAME},
        {"env[]", "valueFrom", "secretKeyRef", "key"},
        {"env[]", "valueFrom", "fieldRef", "fieldPath"},
        {"env[]", "valueFrom", "resourceFieldRef", "resource"},
        {"envFrom[]", ""},
        {"envFrom[]", "configMapRef", NAME},
        {"envFrom[]", "secretRef", NAME},
        {"ports[]", "containerPort"},
        {"volumeMounts[]", NAME},
        {"volumeMounts[]", "mountPath"},
        {"volumeDevices[]", NAME},
    };

    private final Findings findings;

    private RequiredFields(Findings findings) {
        this.findings = findings;
    }

    /** The object with its pod put right; the same node when nothing is missing or it has no pod. */
    static MappingNode complete(MappingNode object, String kind, Findings findings) {
        RequiredFields fields = new RequiredFields(findings);
        return switch (kind) {
            case "Pod" -> fields.template(object);
            case "PodTemplate" -> NodeForms.change(object, "template", fields::template);
            case "CronJob" ->
                NodeForms.change(
                        object,
                        "spec",
                        spec -> NodeForms.change(
                                spec, "jobTemplate", job -> NodeForms.change(job, "spec", fields::workload)));
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", PodTemplates.ROLLOUT -> {
                fields.selector(object);
                yield NodeForms.change(object, "spec", fields::workload);
            }
            case "ReplicationController", "Job" -> NodeForms.change(object, "spec", fields::workload);
            default -> object;
        };
    }

    private MappingNode workload(MappingNode spec) {
        return NodeForms.change(spec, "template", this::template);
    }

    /** The API server takes no workload that would not find its own pods. */
    private void selector(MappingNode object) {
        if (!(object.get("spec") instanceof MappingNode spec)
                || !(spec.get("template") instanceof MappingNode template)) {
            return;
        }
        Node labels = template.nearest("metadata", "labels");
        Node selector = spec.get("selector");
        Node wanted = selector == null ? null : selector.child("matchLabels");
        boolean empty = !(wanted instanceof MappingNode some) || some.entries().isEmpty();
        if (empty && (selector == null || selector.child("matchExpressions") == null)) {
            String message = "there is no selector; no cluster takes the workload";
            say(FindingCode.INVALID_VALUE, selector == null ? spec : selector, message);
        }
        if (wanted instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                if (!(labels.child(entry.key()) instanceof ScalarNode label)
                        || !(entry.value() instanceof ScalarNode value)
                        || !label.text().equals(value.text())) {
                    String message = "the pod template does not have this label; no cluster takes the workload";
                    say(FindingCode.INVALID_VALUE, entry.value(), message);
                }
            }
        }
    }

    private MappingNode template(MappingNode template) {
        if (!(template.get("spec") instanceof MappingNode)) {
            say(FindingCode.MISSING_FIELD, template, "the pod has no container; a task definition needs one");
        }
        return NodeForms.change(template, "spec", this::pod);
    }

    private MappingNode pod(MappingNode given) {
        MappingNode pod = given;
        for (String[] required : OF_PODS) {
            pod = complete(pod, required, 0);
        }
        for (String list : List.of("initContainers", "containers")) {
            pod = NodeForms.changeEach(complete(pod, new String[] {list + "[]", ""}, 0), list, this::container);
        }
        if (!(pod.get("containers") instanceof SequenceNode containers)
                || containers.items().isEmpty()) {
            say(FindingCode.MISSING_FIELD, given, "the pod has no container; a task definition needs one");
        }
        return once(pod);
    }

    /** The pod with each container once; init containers share the names with the others. */
    private MappingNode once(MappingNode given) {
        MappingNode pod = given;
        Set<String> names = new HashSet<>();
        for (String list : List.of("initContainers", "containers")) {
            List<Node> kept = new ArrayList<>();
            for (Node container : Members.items(pod, list)) {
                if (container.child(NAME) instanceof ScalarNode name && !names.add(name.text())) {
                    String message =
                            "another container has this name; neither a cluster nor ECS takes the two; it is left out";
                    say(FindingCode.INVALID_VALUE, name, message);
                } else {
                    kept.add(named(container));
                }
            }
            Node all = pod.get(list);
            if (all instanceof SequenceNode && !kept.equals(Members.items(pod, list))) {
                Node once = new SequenceNode(all.location(), all.pointer(), all.tag(), List.copyOf(kept));
                pod = NodeForms.replace(pod, list, list, once);
            }
        }
        return pod;
    }

    /** Names that no cluster takes, such as {@code é} or {@code a@b}, ECS refuses as well. */
    private Node named(Node container) {
        if (!(container instanceof MappingNode mapping)
                || !(mapping.get(NAME) instanceof ScalarNode name)
                || Names.isDnsLabel(name.text())) {
            return container;
        }
        String valid = Names.dnsLabel(name.text());
        say(FindingCode.INVALID_VALUE, name, "no container can have this name; it is called " + valid);
        return NodeForms.replace(mapping, NAME, NAME, NodeForms.text(valid, name));
    }

    private MappingNode container(MappingNode given) {
        MappingNode container = given;
        if (isMissing(given, "image")) {
            say(FindingCode.MISSING_FIELD, given, "the container has no image; neither a cluster nor ECS takes it");
        }
        if (isMissing(given, NAME)) {
            String pointer = given.pointer().toString();
            String name = "container-" + pointer.substring(pointer.lastIndexOf('/') + 1);
            say(FindingCode.MISSING_FIELD, given, "the container has no name; it is called " + name);
            container = NodeForms.replace(
                    NodeForms.replace(given, NAME, NAME, null), NAME, NAME, NodeForms.text(name, given));
        }
        for (String[] required : OF_CONTAINERS) {
            container = complete(container, required, 0);
        }
        return container;
    }

    /** The object without what lacks a field at the end of a path, from one step of the path on. */
    private MappingNode complete(MappingNode object, String[] path, int at) {
        String step = path[at];
        boolean isList = step.endsWith("[]");
        String key = isList ? step.substring(0, step.length() - 2) : step;
        Node value = object.get(key);
        if (isList && value instanceof SequenceNode list) {
            List<Node> kept = new ArrayList<>();
            boolean changed = false;
            for (Node item : list.items()) {
                Node completed = item(item, path, at);
                changed |= completed != item;
                if (completed != null) {
                    kept.add(completed);
                }
            }
            SequenceNode items = new SequenceNode(list.location(), list.pointer(), list.tag(), kept);
            return changed ? NodeForms.replace(object, key, key, items) : object;
        }
        if (isList || !(value instanceof MappingNode mapping)) {
            return object;
        }
        Node completed = item(mapping, path, at);
        return completed == mapping ? object : NodeForms.replace(object, key, key, completed);
    }

    /** One value at a step of a path, null when it has to be left out. */
    private @Nullable Node item(Node item, String[] path, int at) {
        if (item.isNull()) {
            say(FindingCode.INVALID_VALUE, item, "this is empty; it is left out");
            return null;
        }
        if (!(item instanceof MappingNode mapping)) {
            return item;
        }
        if (at + 2 < path.length) {
            return complete(mapping, path, at + 1);
        }
        String field = path[at + 1];
        if (!field.isEmpty() && isMissing(mapping, field)) {
            say(FindingCode.INVALID_VALUE, item, "this has no " + field + "; it is left out");
            return null;
        }
        if (field.equals(OPERATOR) && !hasItsValues(mapping)) {
            say(FindingCode.INVALID_VALUE, item, "the operator takes another number of values; it is left out");
            return null;
        }
        return item;
    }

    /** What a requirement compares with: one value or more for In, a single one for Gt, none for Exists. */
    private static boolean hasItsValues(MappingNode requirement) {
        int count = 0;
        if (requirement.get("values") instanceof SequenceNode values) {
            for (Node value : values.items()) {
                count += value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.STRING ? 1 : 0;
            }
        }
        return switch (requirement.get(OPERATOR) instanceof ScalarNode operator ? operator.text() : "") {
            case "In", "NotIn" -> count > 0;
            case "Gt", "Lt" -> count == 1;
            case "Exists", "DoesNotExist" -> count == 0;
            default -> false;
        };
    }

    /** Names are strings; a port is a number of those there are. */
    private static boolean isMissing(MappingNode object, String field) {
        if (!(object.get(field) instanceof ScalarNode scalar) || scalar.text().isEmpty()) {
            return true;
        }
        return field.equals("containerPort")
                ? scalar.kind() != ScalarNode.Kind.NUMBER || !isPort(scalar.text())
                : scalar.kind() != ScalarNode.Kind.STRING;
    }

    private static boolean isPort(String text) {
        int port = 0;
        for (int i = 0; i < text.length() && port <= MOST; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            port = port * 10 + c - '0';
        }
        return port > 0 && port <= MOST;
    }

    private void say(FindingCode code, Node node, String message) {
        findings.add(new Finding(code, node.pointer().toString(), node.location(), message, null, null));
    }
}
