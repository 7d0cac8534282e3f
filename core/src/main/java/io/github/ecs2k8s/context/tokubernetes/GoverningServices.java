package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headless Service that gives the Pods of a StatefulSet their names in DNS; without it a StatefulSet's network
 * identity does not exist (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations).
 */
final class GoverningServices {
    private GoverningServices() {}

    static Service of(TaskToKubernetes task, Map<String, String> selector) {
        String workload = task.facts().workloadName();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(task.bundle().names("Service").unique(serviceName(workload), workload));
        Map<String, String> labels = new LinkedHashMap<>(selector);
        labels.putAll(task.facts().extraLabels());
        metadata.setLabels(labels);
        ServiceSpec spec = new ServiceSpec();
        spec.setClusterIP("None");
        spec.setSelector(new LinkedHashMap<>(selector));
        spec.setPorts(ports(task));
        Service service = new Service();
        service.setMetadata(metadata);
        service.setSpec(spec);
        return service;
    }

    /** A Service's name begins with a letter, a workload's may begin with a digit. */
    private static String serviceName(String workload) {
        return Character.isDigit(workload.charAt(0)) ? Names.dnsLabel("s-" + workload) : workload;
    }

    private static List<ServicePort> ports(TaskToKubernetes task) {
        List<ContainerPort> all = new ArrayList<>();
        for (ContainerToKubernetes container : task.containers()) {
            if (container.placement().role() != Placement.Role.INIT) {
                for (ContainerPort port : container.container().getPorts()) {
                    if (!contains(all, port)) {
                        all.add(port);
                    }
                }
            }
        }
        NameScope names = new NameScope();
        List<ServicePort> ports = new ArrayList<>();
        for (ContainerPort port : all) {
            ports.add(port(port, all.size() > 1, names));
        }
        return ports;
    }

    private static boolean contains(List<ContainerPort> ports, ContainerPort port) {
        for (ContainerPort known : ports) {
            if (known.getContainerPort().equals(port.getContainerPort())
                    && protocol(known).equals(protocol(port))) {
                return true;
            }
        }
        return false;
    }

    /** A Service with several ports needs a name for each. */
    private static ServicePort port(ContainerPort from, boolean needsName, NameScope names) {
        ServicePort port = new ServicePort();
        String number = protocol(from).toLowerCase(Locale.ROOT) + "-" + from.getContainerPort();
        if (from.getName() != null) {
            port.setName(names.unique(from.getName(), number));
        } else if (needsName) {
            port.setName(names.unique(number, number));
        }
        port.setPort(from.getContainerPort());
        port.setProtocol(from.getProtocol());
        return port;
    }

    private static String protocol(ContainerPort port) {
        return port.getProtocol() == null ? "TCP" : port.getProtocol();
    }
}
