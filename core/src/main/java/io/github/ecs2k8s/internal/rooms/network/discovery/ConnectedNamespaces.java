package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces whose workloads call each other → one Cloud Map namespace: a service takes part in one only, and finds the
 * services of no other, in whatever cluster they run
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html).
 *
 * <p>Namespaces that have a Service of the same name and port stay apart: there the short name would lead callers of one
 * namespace to the Service of the other.
 */
final class ConnectedNamespaces {
    /** Namespace → the first by name of those it stands with. */
    private final Map<String, String> first = new TreeMap<>();

    /** The first namespace → the names and ports by which Services in all of them are called. */
    private final Map<String, Set<String>> names = new HashMap<>();

    ConnectedNamespaces(Manifests manifests, Callers callers) {
        Map<LocatedObject, Set<String>> calls = new LinkedHashMap<>();
        for (LocatedObject located : ConnectedServices.sorted(manifests.of("Service"))) {
            ServiceSpec spec = located.object() instanceof Service service ? service.getSpec() : null;
            if (spec != null && callers.isConnected(located, spec)) {
                Set<String> taken = names.computeIfAbsent(of(namespace(located)), unused -> new HashSet<>());
                for (ServicePort port : spec.getPorts()) {
                    taken.add(located.object().getMetadata().getName() + ":" + port.getPort());
                }
                calls.put(located, callers.elsewhere(located));
            }
        }
        calls.forEach(
                (located, others) -> others.forEach(other -> join(ReferencedHosts.space(namespace(located)), other)));
    }

    private void join(String one, String other) {
        Set<String> both = new TreeSet<>(List.of(of(one), of(other)));
        if (both.size() == 1) {
            return;
        }
        Set<String> here = names.getOrDefault(of(one), Set.of());
        Set<String> there = names.getOrDefault(of(other), Set.of());
        if (!Collections.disjoint(here, there)) {
            return;
        }
        Set<String> together = new HashSet<>(here);
        together.addAll(there);
        String smaller = both.iterator().next();
        first.putIfAbsent(one, of(one));
        first.putIfAbsent(other, of(other));
        first.replaceAll((namespace, known) -> both.contains(known) ? smaller : known);
        names.put(smaller, together);
    }

    /** The Cloud Map namespace of a namespace: its own name, or the first by name of those it talks with. */
    String of(@Nullable String namespace) {
        String space = ReferencedHosts.space(namespace);
        return first.getOrDefault(space, space);
    }

    /** Whether services of both namespaces find each other. */
    boolean together(@Nullable String one, @Nullable String other) {
        return of(one).equals(of(other));
    }

    private static @Nullable String namespace(LocatedObject located) {
        return located.object().getMetadata().getNamespace();
    }
}
