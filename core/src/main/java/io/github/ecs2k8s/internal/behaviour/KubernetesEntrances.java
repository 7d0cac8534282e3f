package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ingress, route or load balancer's Service → Service → container port of the Pods it selects. */
final class KubernetesEntrances {
    private final Manifests manifests;
    private final KubernetesFacts facts;
    private final Entrances entrances = new Entrances();

    private KubernetesEntrances(KubernetesFacts facts) {
        this.facts = facts;
        this.manifests = new Manifests(facts.objects());
    }

    /** Those of all objects. */
    static Entrances of(KubernetesFacts facts) {
        List<KubernetesBackend> backends = KubernetesBackend.all(facts.objects());
        if (backends.isEmpty()) {
            return new Entrances();
        }
        KubernetesEntrances found = new KubernetesEntrances(facts);
        backends.forEach(found::backend);
        return found.entrances;
    }

    private void backend(KubernetesBackend backend) {
        LocatedObject located = manifests.lookUp("Service", backend.service(), backend.namespace());
        if (located == null || !(located.object() instanceof Service service) || service.getSpec() == null) {
            return;
        }
        Map<String, String> selector = service.getSpec().getSelector();
        if (selector == null || selector.isEmpty()) {
            return;
        }
        String namespace = service.getMetadata().getNamespace();
        for (ServicePort port : service.getSpec().getPorts()) {
            if (backend.port().equals(KubernetesBackend.ANY)
                    || backend.port().equals(port.getName())
                    || backend.port().equals(String.valueOf(port.getPort()))) {
                List<Spot> places = List.of(backend.from(), Spot.of(located.node()));
                manifests
                        .workloadsWith(selector, namespace)
                        .forEach(workload -> add(workload, port, backend.exposure(), places));
            }
        }
    }

    private void add(LocatedObject workload, ServicePort port, Exposure exposure, List<Spot> places) {
        Integer number = number(PodTemplates.of(workload.object()), port);
        if (number != null) {
            entrances.add(facts.id(workload), number, Set.of(exposure), places);
        }
    }

    /** A name that no container port has leads to nothing. */
    private static @Nullable Integer number(PodTemplateSpec pod, ServicePort port) {
        IntOrString target = port.getTargetPort();
        if (target == null) {
            return port.getPort();
        }
        if (target.getIntVal() != null) {
            return target.getIntVal();
        }
        for (Container container : pod.getSpec().getContainers()) {
            for (ContainerPort open : container.getPorts()) {
                if (String.valueOf(target.getStrVal()).equals(open.getName())) {
                    return open.getContainerPort();
                }
            }
        }
        return null;
    }
}
