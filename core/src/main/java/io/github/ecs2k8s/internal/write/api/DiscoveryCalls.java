package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.write.DiscoveryParts;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.Map;

/** Cloud Map: namespaces by their type, services, instances. */
final class DiscoveryCalls {

    private DiscoveryCalls() {}

    static void add(Part part, Drafts drafts) {
        switch (part.kind()) {
            case CLOUD_MAP_NAMESPACE -> namespace(part, drafts);
            case CLOUD_MAP_SERVICE -> {
                Map<String, Object> body =
                        drafts.create("servicediscovery create-service", part, DiscoveryParts.service(part, ""));
                Drafts.require(body, "Name", part.name());
                Map<String, Object> attributes = PlainTrees.map(part.members(), "ServiceAttributes");
                if (!attributes.isEmpty()) {
                    drafts.then(
                            "servicediscovery update-service-attributes",
                            part,
                            PlainTrees.of("ServiceId", Drafts.reference(part), "Attributes", attributes));
                }
            }
            default -> {
                Map<String, Object> body =
                        drafts.create("servicediscovery register-instance", part, "ServiceId InstanceId Attributes");
                Drafts.require(body, "InstanceId", part.name());
                Drafts.require(body, "Attributes", Map.of());
            }
        }
    }

    private static void namespace(Part part, Drafts drafts) {
        String type = part.text("Type");
        boolean http = "HTTP".equals(type);
        boolean open = "DNS_PUBLIC".equals(type);
        String operation = http ? "http" : open ? "public-dns" : "private-dns";
        String members = http || open ? "Name Description Tags" : "Name Vpc Description Tags";
        Map<String, Object> body = drafts.create("servicediscovery create-" + operation + "-namespace", part, members);
        Map<String, Object> properties = DiscoveryParts.properties(part);
        if (!http && !properties.isEmpty()) {
            body.put("Properties", properties);
        }
        if (!http && !open) {
            Drafts.require(body, "Vpc", "${VpcId}");
        }
        Drafts.require(body, "Name", part.name());
    }
}
