package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;

/** Ingresses before networking.k8s.io/v1: the backend was {@code serviceName} and {@code servicePort}. */
final class OldIngresses {
    private OldIngresses() {}

    static MappingNode upgrade(MappingNode object) {
        return NodeForms.change(object, "spec", OldIngresses::spec);
    }

    private static MappingNode spec(MappingNode spec) {
        MappingNode current = spec.get("backend") instanceof MappingNode backend
                ? NodeForms.replace(spec, "backend", "defaultBackend", backend(backend))
                : spec;
        return NodeForms.changeEach(
                current,
                "rules",
                rule -> NodeForms.change(
                        rule, "http", http -> NodeForms.changeEach(http, "paths", OldIngresses::path)));
    }

    private static MappingNode path(MappingNode path) {
        MappingNode current = NodeForms.change(path, "backend", OldIngresses::backend);
        return current.has("pathType")
                ? current
                : NodeForms.replace(current, "pathType", "pathType", NodeForms.text("ImplementationSpecific", current));
    }

    private static MappingNode backend(MappingNode backend) {
        Node name = NodeForms.get(backend, "serviceName");
        Node port = NodeForms.get(backend, "servicePort");
        if (name == null) {
            return backend;
        }
        MappingNode service = NodeForms.object("name", name);
        if (port != null) {
            boolean number = port instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NUMBER;
            service = NodeForms.replace(service, "port", "port", NodeForms.object(number ? "number" : "name", port));
        }
        MappingNode current = NodeForms.replace(backend, "serviceName", "service", service);
        return NodeForms.replace(current, "servicePort", "servicePort", null);
    }
}
