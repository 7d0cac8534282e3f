package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What admission, controllers and defaults of custom resources put into objects that a server holds, and that means the same
 * as leaving it out: for this kind and at this path only
 * (https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/,
 * https://external-secrets.io/latest/api/spec/).
 */
final class ServerDefaults {
    private static final Map<String, String> REMOTE_REF =
            Map.of("conversionStrategy", "Default", "decodingStrategy", "None", "metadataPolicy", "None");
    private static final Set<String> TAINTS = Set.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");
    private static final String HASH = "rollouts-pod-template-hash";
    private static final String TOKEN = "kube-api-access-";
    private static final List<String> ROLLOUT_NOTES =
            List.of("rollout.argoproj.io/", "argo-rollouts.argoproj.io/managed-by-rollouts");

    private ServerDefaults() {}

    /** The object without them; the same node when there are none. */
    static MappingNode without(MappingNode object, String kind) {
        MappingNode plain = NodeForms.change(object, "metadata", metadata -> metadata(metadata, kind));
        return switch (kind) {
            case "ExternalSecret" -> NodeForms.change(plain, "spec", ServerDefaults::externalSecret);
            case "Service" ->
                NodeForms.change(plain, "spec", spec -> NodeForms.change(spec, "selector", ServerDefaults::unhashed));
            case "Pod" -> NodeForms.change(plain, "spec", ServerDefaults::pod);
            default -> plain;
        };
    }

    private static MappingNode metadata(MappingNode metadata, String kind) {
        MappingNode named = isText(metadata.get("namespace"), "") ? without(metadata, "namespace"::equals) : metadata;
        MappingNode noted =
                inner(named, "annotations", key -> ROLLOUT_NOTES.stream().anyMatch(key::startsWith));
        return inner(
                noted,
                "labels",
                key -> key.equals(HASH) || kind.equals("Namespace") && key.equals("kubernetes.io/metadata.name"));
    }

    /** Without some members of an object's member, and without that where nothing is left of it. */
    private static MappingNode inner(MappingNode object, String key, Predicate<String> drop) {
        if (!(object.get(key) instanceof MappingNode inner) || inner.entries().isEmpty()) {
            return object;
        }
        MappingNode kept = without(inner, drop);
        return kept == inner
                ? object
                : kept.entries().isEmpty() ? without(object, key::equals) : NodeForms.replace(object, key, key, kept);
    }

    private static MappingNode without(MappingNode object, Predicate<String> drop) {
        List<MappingNode.Entry> kept = new ArrayList<>(object.entries());
        kept.removeIf(entry -> drop.test(entry.key()));
        return kept.size() == object.entries().size()
                ? object
                : new MappingNode(object.location(), object.pointer(), object.tag(), kept);
    }

    private static boolean isText(@Nullable Node node, String text) {
        return node instanceof ScalarNode scalar
                && !scalar.isNull()
                && scalar.text().equals(text);
    }

    private static MappingNode unhashed(MappingNode selector) {
        return without(selector, HASH::equals);
    }

    private static MappingNode externalSecret(MappingNode spec) {
        MappingNode data = NodeForms.changeEach(
                spec, "data", entry -> NodeForms.change(entry, "remoteRef", ServerDefaults::remote));
        return NodeForms.changeEach(
                data, "dataFrom", entry -> NodeForms.change(entry, "extract", ServerDefaults::remote));
    }

    private static MappingNode remote(MappingNode reference) {
        MappingNode plain = reference;
        for (Map.Entry<String, String> usual : REMOTE_REF.entrySet()) {
            if (isText(plain.get(usual.getKey()), usual.getValue())) {
                plain = without(plain, usual.getKey()::equals);
            }
        }
        return plain;
    }

    /** A Pod that runs has a node, tolerates that it is away for a while, and has a token to speak to the API with. */
    private static MappingNode pod(MappingNode spec) {
        boolean ran = spec.get("volumes") instanceof SequenceNode volumes
                && volumes.items().stream().anyMatch(volume -> startsWith(volume.child("name"), TOKEN));
        if (!ran) {
            return spec;
        }
        MappingNode plain = without(spec, "nodeName"::equals);
        plain = filter(plain, "volumes", volume -> startsWith(volume.child("name"), TOKEN));
        plain = filter(plain, "tolerations", ServerDefaults::isUsual);
        for (String list : List.of("initContainers", "containers")) {
            plain = NodeForms.changeEach(
                    plain,
                    list,
                    container -> filter(container, "volumeMounts", mount -> startsWith(mount.child("name"), TOKEN)));
        }
        return plain;
    }

    private static boolean isUsual(Node toleration) {
        return toleration.child("key") instanceof ScalarNode key
                && TAINTS.contains(key.text())
                && isText(toleration.child("tolerationSeconds"), "300");
    }

    private static boolean startsWith(@Nullable Node node, String beginning) {
        return node instanceof ScalarNode scalar && scalar.text().startsWith(beginning);
    }

    private static MappingNode filter(MappingNode object, String key, Predicate<Node> drop) {
        if (!(object.get(key) instanceof SequenceNode list)) {
            return object;
        }
        List<Node> kept = new ArrayList<>(list.items());
        kept.removeIf(drop);
        return kept.size() == list.items().size()
                ? object
                : kept.isEmpty()
                        ? without(object, key::equals)
                        : NodeForms.replace(
                                object, key, key, new SequenceNode(list.location(), list.pointer(), list.tag(), kept));
    }
}
