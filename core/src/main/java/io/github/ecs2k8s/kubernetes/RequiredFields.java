package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields that the API server requires of a pod's parts: what lacks one is said once, here, and every room can rely
 * on names. A container without a name gets one; anything else without its name or place is left out
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/).
 */
final class RequiredFields {
    private static final String NAME = "name";

    private final Findings findings;

    private RequiredFields(Findings findings) {
        this.findings = findings;
    }

    /** The object with its pod put right; the same node when nothing is missing or it has no pod. */
    static MappingNode complete(MappingNode object, String kind, Findings findings) {
        RequiredFields fields = new RequiredFields(findings);
        return switch (kind) {
            case "Pod" -> NodeForms.change(object, "spec", fields::pod);
            case "PodTemplate" -> NodeForms.change(object, "template", fields::template);
            case "CronJob" ->
                NodeForms.change(
                        object,
                        "spec",
                        spec -> NodeForms.change(
                                spec, "jobTemplate", job -> NodeForms.change(job, "spec", fields::workload)));
            case "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job",
                    PodTemplates.ROLLOUT -> NodeForms.change(object, "spec", fields::workload);
            default -> object;
        };
    }

    private MappingNode workload(MappingNode spec) {
        return NodeForms.change(spec, "template", this::template);
    }

    private MappingNode template(MappingNode template) {
        return NodeForms.change(template, "spec", this::pod);
    }

    private MappingNode pod(MappingNode given) {
        MappingNode pod = having(given, "volumes", NAME);
        for (String list : List.of("initContainers", "containers")) {
            pod = NodeForms.changeEach(withoutEmpty(pod, list), list, this::container);
        }
        if (!(pod.get("containers") instanceof SequenceNode containers)
                || containers.items().isEmpty()) {
            say(FindingCode.MISSING_FIELD, given, "the pod has no container; a task definition needs one");
        }
        return pod;
    }

    private MappingNode container(MappingNode given) {
        MappingNode container = given;
        if (isMissing(given, NAME)) {
            String pointer = given.pointer().toString();
            String name = "container-" + pointer.substring(pointer.lastIndexOf('/') + 1);
            say(FindingCode.MISSING_FIELD, given, "the container has no name; it is called " + name);
            container = NodeForms.replace(given, NAME, NAME, NodeForms.text(name, given));
        }
        container = having(container, "env", NAME);
        container = withoutEmpty(container, "envFrom");
        container = having(container, "ports", "containerPort");
        container = having(container, "volumeMounts", NAME);
        container = having(container, "volumeMounts", "mountPath");
        return having(container, "volumeDevices", NAME);
    }

    /** The object with those items of a list that have a field; the others are said and left out. */
    private MappingNode having(MappingNode object, String key, String field) {
        MappingNode clean = withoutEmpty(object, key);
        if (!(clean.get(key) instanceof SequenceNode list)) {
            return clean;
        }
        List<Node> kept = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof MappingNode mapping && isMissing(mapping, field)) {
                say(FindingCode.INVALID_VALUE, item, "this has no " + field + "; it is left out");
            } else {
                kept.add(item);
            }
        }
        return kept.size() == list.items().size() ? clean : with(clean, key, list, kept);
    }

    private MappingNode withoutEmpty(MappingNode object, String key) {
        if (!(object.get(key) instanceof SequenceNode list)) {
            return object;
        }
        List<Node> kept = new ArrayList<>();
        for (Node item : list.items()) {
            if (item.isNull()) {
                say(FindingCode.INVALID_VALUE, item, "this is empty; it is left out");
            } else {
                kept.add(item);
            }
        }
        return kept.size() == list.items().size() ? object : with(object, key, list, kept);
    }

    private static MappingNode with(MappingNode object, String key, SequenceNode list, List<Node> items) {
        return NodeForms.replace(
                object, key, key, new SequenceNode(list.location(), list.pointer(), list.tag(), items));
    }

    private static boolean isMissing(MappingNode object, String field) {
        return !(object.get(field) instanceof ScalarNode scalar)
                || scalar.isNull()
                || scalar.text().isEmpty();
    }

    private void say(FindingCode code, Node node, String message) {
        findings.add(new Finding(code, node.pointer().toString(), node.location(), message, null, null));
    }
}
