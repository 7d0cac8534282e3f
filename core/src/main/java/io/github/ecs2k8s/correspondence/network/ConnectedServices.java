package io.github.ecs2k8s.correspondence.network;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.correspondence.balancer.OutsideServices;
import io.github.ecs2k8s.correspondence.balancer.PodTarget;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.translation.ManifestContext;
import io.github.ecs2k8s.translation.PodDraft;
import io.github.ecs2k8s.translation.WorkloadContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.ServiceConnectConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceConnectService;

/**
 * Kubernetes Service inside the cluster → Service Connect of the ECS services behind it, with the name and the port that
 * clients say.
 *
 * <p>A Service that only an Ingress, a route or its own load balancer leads to needs no name inside; it gets one when
 * somebody in the input says it. All services of a namespace with such a name become clients, because what their images
 * say cannot be seen. A name and a port lead to one service, and a port has one name
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html).
 */
final class ConnectedServices {
    private final ManifestContext context;
    private final SpokenNames spoken;
    private final OutsideServices outside;
    private final Map<WorkloadContext, List<ServiceConnectService>> served = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();

    ConnectedServices(ManifestContext context) {
        this.context = context;
        this.spoken = new SpokenNames(context.manifests());
        this.outside = OutsideServices.of(context.manifests());
    }

    /** Names the ports that Services lead to: Service Connect finds a port by its name. */
    static void namePorts(PodDraft draft) {
        Map<String, String> labels = draft.template().getMetadata() == null
                ? null
                : draft.template().getMetadata().getLabels();
        String namespace = draft.workload().getMetadata().getNamespace();
        if (labels == null) {
            return;
        }
        Manifests manifests = draft.all().manifests();
        for (LocatedObject located : sorted(manifests.servicesOf(labels, namespace))) {
            ServiceSpec spec = located.object() instanceof Service service ? service.getSpec() : null;
            if (spec == null || !new ConnectedServices(draft.all()).isConnected(located, spec)) {
                continue;
            }
            for (ServicePort port : spec.getPorts()) {
                PodTarget target = isTcp(port) ? PodTarget.of(port, draft.pod()) : null;
                if (target != null) {
                    namePort(port, target, draft);
                }
            }
        }
    }

    private static void namePort(ServicePort port, PodTarget target, PodDraft draft) {
        String application = applicationProtocol(port.getAppProtocol());
        if (application != null) {
            draft.appProtocol(target.container().getName(), target.port(), application);
        }
        if (target.portName() != null) {
            return;
        }
        String name = name(port, target);
        List<io.fabric8.kubernetes.api.model.Container> list = target.list().equals("containers")
                ? draft.edit().getContainers()
                : draft.edit().getInitContainers();
        for (ContainerPort known : list.get(target.index()).getPorts()) {
            if (Integer.valueOf(target.port()).equals(known.getContainerPort()) && isTcp(known.getProtocol())) {
                known.setName(name);
            }
        }
    }

    /** The name of the port that a Service leads to: its own where it has one, otherwise the Service's for it. */
    private static String name(ServicePort port, PodTarget target) {
        String own = target.portName();
        if (own != null) {
            return own;
        }
        Set<String> taken = new HashSet<>();
        for (ContainerPort known : target.container().getPorts()) {
            taken.add(String.valueOf(known.getName()));
        }
        String wanted = port.getName();
        boolean usable = wanted != null && Names.isPortName(wanted) && !taken.contains(wanted);
        return usable ? wanted : "port-" + target.port();
    }

    private static @Nullable String applicationProtocol(@Nullable String protocol) {
        return protocol == null
                ? null
                : switch (protocol) {
                    case "http" -> "http";
                    case "http2", "kubernetes.io/h2c" -> "http2";
                    case "grpc" -> "grpc";
                    default -> null;
                };
    }

    private static boolean isTcp(ServicePort port) {
        return isTcp(port.getProtocol());
    }

    private static boolean isTcp(@Nullable String protocol) {
        return protocol == null || protocol.isEmpty() || protocol.equals("TCP");
    }

    /** Whether clients inside find the Service by its name and port. */
    private boolean isConnected(LocatedObject located, ServiceSpec spec) {
        if (spec.getSelector() == null || spec.getSelector().isEmpty() || "ExternalName".equals(spec.getType())) {
            return false;
        }
        boolean headless = "None".equals(spec.getClusterIP());
        return !headless && !outside.contains(located) || !spoken(located, spec).isEmpty();
    }

    private List<String> spoken(LocatedObject located, ServiceSpec spec) {
        String namespace = located.object().getMetadata().getNamespace();
        List<LocatedObject> own = new ArrayList<>();
        for (LocatedObject other : context.manifests().all()) {
            if (io.github.ecs2k8s.kubernetes.PodTemplates.isWorkload(other.object())
                    && Objects.equals(namespace, other.object().getMetadata().getNamespace())
                    && selects(spec, other)) {
                own.add(other);
            }
        }
        return spoken.of(located.object().getMetadata().getName(), namespace, own);
    }

    private static boolean selects(ServiceSpec spec, LocatedObject workload) {
        Map<String, String> labels = io.github.ecs2k8s.kubernetes.PodTemplates.of(workload.object())
                .getMetadata()
                .getLabels();
        return labels != null
                && labels.entrySet().containsAll(spec.getSelector().entrySet());
    }

    /** Writes the configuration of every service. */
    void write() {
        for (LocatedObject located : sorted(context.manifests().of("Service"))) {
            if (located.object() instanceof Service service && service.getSpec() != null) {
                connect(located, service.getSpec());
            }
        }
        for (WorkloadContext workload : context.workloads()) {
            CreateServiceRequest.Builder service = workload.service();
            if (service != null && namespaces.contains(String.valueOf(workload.namespace())) && canConnect(workload)) {
                List<ServiceConnectService> services = served.get(workload);
                service.serviceConnectConfiguration(ServiceConnectConfiguration.builder()
                        .enabled(true)
                        .namespace(DiscoveryNamespaces.reference(workload.namespace(), context))
                        .services(services == null || services.isEmpty() ? null : services)
                        .build());
            }
        }
    }

    private void connect(LocatedObject located, ServiceSpec spec) {
        if (spec.getSelector() == null || spec.getSelector().isEmpty() || "ExternalName".equals(spec.getType())) {
            return;
        }
        List<WorkloadContext> behind = behind(located, spec);
        if (behind.isEmpty()) {
            sayNobody(located);
            return;
        }
        context.use(located);
        if (!isConnected(located, spec)) {
            return;
        }
        WorkloadContext first = behind.get(0);
        if (!canConnect(first)) {
            context.find(
                    FindingCode.SERVICE_NAME,
                    first.service() == null
                            ? first.name() + " runs once; Service Connect leads to services only"
                            : "Service Connect does not work in the network of the host",
                    first.service() == null ? null : "let callers use a load balancer, or leave out hostNetwork",
                    located.node(),
                    "spec");
            return;
        }
        for (int i = 1; i < behind.size(); i++) {
            context.find(
                    FindingCode.SERVICE_NAME,
                    "a name of Service Connect leads to one service: "
                            + located.object().getMetadata().getName() + " leads to " + first.name() + " and not to "
                            + behind.get(i).name(),
                    "put a load balancer before both, or one Service for each",
                    located.node(),
                    "spec",
                    "selector");
        }
        List<String> said = spoken(located, spec);
        String namespace = located.object().getMetadata().getNamespace();
        sayRunOnce(located, SpokenNames.forms(located.object().getMetadata().getName(), namespace));
        if (spoken.isSpokenElsewhere(located.object().getMetadata().getName(), namespace)) {
            context.find(
                    FindingCode.SERVICE_NAME,
                    "callers in another namespace say this name; Service Connect reaches the services of one namespace",
                    "let all of them name one Cloud Map namespace in serviceConnectConfiguration, where each name and port"
                            + " has to be the only one",
                    located.node(),
                    "metadata",
                    "name");
        }
        String name = said.isEmpty() ? located.object().getMetadata().getName() : said.get(0);
        for (int i = 1; i < said.size(); i++) {
            sayOther(located, name, said.get(i));
        }
        for (int i = 0; i < spec.getPorts().size(); i++) {
            serve(located, spec, i, name, first);
        }
    }

    private List<WorkloadContext> behind(LocatedObject located, ServiceSpec spec) {
        List<WorkloadContext> behind = new ArrayList<>();
        for (WorkloadContext workload : context.workloads()) {
            if (Objects.equals(
                            workload.namespace(), located.object().getMetadata().getNamespace())
                    && workload.podLabels()
                            .entrySet()
                            .containsAll(spec.getSelector().entrySet())) {
                behind.add(workload);
            }
        }
        behind.sort(Comparator.comparing(WorkloadContext::name)
                .thenComparing(workload -> workload.workload().getKind()));
        return behind;
    }

    /** By name: who comes first has the name or the port, in any order of documents. */
    static List<LocatedObject> sorted(List<LocatedObject> services) {
        List<LocatedObject> sorted = new ArrayList<>(services);
        sorted.sort(Comparator.comparing((LocatedObject located) ->
                        String.valueOf(located.object().getMetadata().getNamespace()))
                .thenComparing(located -> located.object().getMetadata().getName()));
        return sorted;
    }

    /** Service Connect needs a service, and not the network of the host. */
    private static boolean canConnect(WorkloadContext workload) {
        return workload.service() != null
                && !Boolean.TRUE.equals(workload.template().getSpec().getHostNetwork());
    }

    private void serve(LocatedObject located, ServiceSpec spec, int index, String name, WorkloadContext workload) {
        ServicePort port = spec.getPorts().get(index);
        if (!isTcp(port)) {
            context.find(
                    FindingCode.SERVICE_NAME,
                    "Service Connect carries TCP only; port " + port.getPort() + " of " + name
                            + " is not reached by it",
                    "let clients use a network load balancer, or Cloud Map: make the Service headless",
                    located.node(),
                    "spec",
                    "ports",
                    index);
            return;
        }
        PodTarget target = PodTarget.of(port, workload.template().getSpec());
        String portName = target == null ? null : portName(workload, port, target);
        if (portName == null) {
            context.find(
                    FindingCode.SERVICE_NAME,
                    "no container of " + workload.name() + " has the port that it leads to",
                    "name the port in the container's ports",
                    located.node(),
                    "spec",
                    "ports",
                    index);
            return;
        }
        List<ServiceConnectService> services = served.computeIfAbsent(workload, unused -> new ArrayList<>());
        for (ServiceConnectService known : services) {
            if (known.portName().equals(portName)) {
                context.find(
                        FindingCode.SERVICE_NAME,
                        "Service Connect has one name for a port: " + known.portName() + " of " + workload.name()
                                + " is called " + known.clientAliases().get(0).dnsName() + ":"
                                + known.clientAliases().get(0).port() + " already, and not " + name + ":"
                                + port.getPort(),
                        "let clients say that name, or list the port once more under another number",
                        located.node(),
                        "spec",
                        "ports",
                        index,
                        "port");
                return;
            }
        }
        namespaces.add(String.valueOf(workload.namespace()));
        services.add(ServiceConnectService.builder()
                .portName(portName)
                .discoveryName(discoveryName(located, portName, spec.getPorts().size() > 1))
                .clientAliases(alias -> alias.port(port.getPort()).dnsName(name))
                .build());
    }

    /** A name in Cloud Map that nobody else has. */
    private String discoveryName(LocatedObject located, String portName, boolean several) {
        String name = located.object().getMetadata().getName();
        String namespace = located.object().getMetadata().getNamespace();
        String wanted = several ? name + "-" + portName : name;
        String free = wanted.length() > 60 ? wanted.substring(0, 60) : wanted;
        for (int i = 2; !names.add(namespace + "/" + free); i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    /**
     * The name of the port in the task definition; the Pod's, where the task definition has none because it was kept from
     * before ({@code --preserve}), so that there and back lead to the same configuration.
     */
    private static @Nullable String portName(WorkloadContext workload, ServicePort port, PodTarget target) {
        for (ContainerDefinition container : workload.task().definition().containerDefinitions()) {
            for (PortMapping mapping : container.portMappings()) {
                boolean same = mapping.containerPort() != null && mapping.containerPort() == target.port();
                if (target.container().getName().equals(container.name()) && same) {
                    return mapping.name() == null ? name(port, target) : mapping.name();
                }
            }
        }
        return null;
    }

    private void sayNobody(LocatedObject located) {
        context.find(
                FindingCode.SERVICE_NAME,
                "Service " + located.object().getMetadata().getName() + " selects no workload of the input; nothing is"
                        + " written for it",
                "give the workload as a further input",
                located.node(),
                "spec");
        context.use(located);
    }

    private void sayOther(LocatedObject located, String name, String other) {
        context.find(
                FindingCode.SERVICE_NAME,
                "callers say " + other + " too; Service Connect answers to " + name + " only",
                "let them all say " + name,
                located.node(),
                "metadata",
                "name");
    }

    /** Tasks that run once have no proxy, and so no names of Service Connect. */
    private void sayRunOnce(LocatedObject located, List<String> forms) {
        for (LocatedObject speaker : spoken.speakers(forms)) {
            for (WorkloadContext workload : context.workloads()) {
                if (workload.located() == speaker && workload.service() == null) {
                    workload.find(
                            FindingCode.SERVICE_NAME,
                            workload.name() + " calls " + forms.get(0)
                                    + ", and tasks that run once have no names of Service Connect",
                            "make Service " + located.object().getMetadata().getName()
                                    + " headless, so that Cloud Map knows it, or let the task call a load balancer",
                            "metadata",
                            "name");
                }
            }
        }
    }
}
