package io.github.ecs2k8s.internal.write;

import java.util.Map;

/** What creating a Cloud Map service takes, out of what describing it prints; both forms of output take the same. */
public final class DiscoveryParts {

    private DiscoveryParts() {}

    /** A service; some further members with it. */
    public static Map<String, Object> service(Part part, String more) {
        Map<String, Object> body = PlainTrees.pick(
                part.members(),
                "Name NamespaceId Description DnsConfig HealthCheckConfig HealthCheckCustomConfig Type Tags" + more);
        // A service's type is described in words of which only one can be given.
        if (!"HTTP".equals(body.get("Type"))) {
            body.remove("Type");
        }
        Map<String, Object> dns = PlainTrees.map(body, "DnsConfig");
        if (body.containsKey("DnsConfig") && !dns.containsKey("DnsRecords")) {
            Object namespace = dns.get("NamespaceId");
            body.remove("DnsConfig");
            if (namespace != null) {
                body.putIfAbsent("NamespaceId", namespace);
            }
        }
        return body;
    }

    /** The start of authority of a DNS namespace, as properties of it; empty when it says nothing. */
    public static Map<String, Object> properties(Part namespace) {
        Map<String, Object> dns = PlainTrees.map(PlainTrees.map(namespace.members(), "Properties"), "DnsProperties");
        Map<String, Object> soa = PlainTrees.map(dns, "SOA");
        return soa.isEmpty() ? Map.of() : PlainTrees.of("DnsProperties", PlainTrees.of("SOA", soa));
    }
}
