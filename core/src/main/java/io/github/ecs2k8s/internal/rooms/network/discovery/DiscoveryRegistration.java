package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespace;
import io.github.ecs2k8s.ecs.resource.CloudMapService;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/** One entry of serviceRegistries → the headless Service of the registered name. */
final class DiscoveryRegistration {
    private static final String FIELD = "serviceRegistries";

    private final LaunchToKubernetes launch;
    private final Resource<CloudMapService> registered;
    private final int index;
    private final ReachedServices services;

    DiscoveryRegistration(LaunchToKubernetes launch, Resource<CloudMapService> registered, int index) {
        this.launch = launch;
        this.registered = registered;
        this.index = index;
        this.services = launch.bundle().services();
    }

    /**
     * The Service of a registered name: the one that has the name already when it leads to the same Pods, since clients
     * say the name and not how it is answered; else a headless one.
     */
    static Service service(LaunchToKubernetes launch, String name) {
        HasMetadata known = launch.bundle().in(launch.namespace()).lookUp("Service", Names.dnsLabel(name));
        if (known instanceof Service service
                && launch.selector().equals(service.getSpec().getSelector())) {
            return service;
        }
        return launch.bundle().services().named(launch, Way.HEADLESS, name);
    }

    void write(ServiceRegistry registry) {
        String name = registered.value().name();
        if (name == null || name.isEmpty()) {
            name = launch.name();
        }
        Service service = service(launch, name);
        boolean port = given(registry.port());
        boolean containerPort = given(registry.containerPort());
        if (containerPort) {
            containerPort(registry, service);
        }
        if (port) {
            add(service, declaring(registry.port()), registry.port(), null, "port");
        }
        if (!port && !containerPort) {
            allPorts(service);
            if (isSrv() || registry.containerName() != null) {
                launch.at(FIELD, index, registry.containerName() == null ? "port" : "containerPort")
                        .report(
                                FindingCode.MISSING_FIELD,
                                "the registry names no port; all ports of the containers are written",
                                "add port, or containerName and containerPort");
            }
        }
        if (isSrv()) {
            nameAll(service);
        }
        if (port || containerPort) {
            launch.at(FIELD, index)
                    .report(
                            FindingCode.SERVICE_DISCOVERY,
                            "port " + (port ? registry.port() : registry.containerPort()) + " is one of Service "
                                    + service.getMetadata().getName() + ", whose name stands for addresses");
        }
        say(name, service);
    }

    private static boolean given(@Nullable Integer port) {
        return port != null && port != 0;
    }

    private void containerPort(ServiceRegistry registry, Service service) {
        ContainerToKubernetes container = null;
        for (ContainerToKubernetes one : launch.task().containers()) {
            if (one.definition().name() != null && one.definition().name().equals(registry.containerName())) {
                container = one;
            }
        }
        if (container == null) {
            launch.at(FIELD, index, "containerName")
                    .report(
                            FindingCode.INVALID_VALUE,
                            registry.containerName() == null
                                    ? "containerPort needs a containerName"
                                    : "no container is named " + registry.containerName());
        }
        add(service, container, registry.containerPort(), null, "containerPort");
    }

    private @Nullable ContainerToKubernetes declaring(int port) {
        for (ContainerToKubernetes container : launch.task().containers()) {
            if (ReachedServices.containerPort(container, port, null) != null) {
                return container;
            }
        }
        return null;
    }

    /** The ports that containers declare; a registration without a port leads to all of them. */
    private void allPorts(Service service) {
        for (ContainerToKubernetes container : launch.task().containers()) {
            if (container.placement().role() == Role.INIT) {
                continue;
            }
            for (ContainerPort port : container.container().getPorts()) {
                add(service, container, port.getContainerPort(), port.getProtocol(), "registryArn");
            }
        }
    }

    private void add(
            Service service,
            @Nullable ContainerToKubernetes container,
            int port,
            @Nullable String protocol,
            String field) {
        if (services.port(service, port, container, port, protocol) == null) {
            launch.at(FIELD, index, field)
                    .report(
                            FindingCode.PORT_COLLISION,
                            "port " + port + " of Service "
                                    + service.getMetadata().getName() + " leads to another port of the Pods already");
        }
    }

    private List<CloudMapService.DnsRecord> records() {
        return registered.value().dnsConfig() == null
                ? List.of()
                : registered.value().dnsConfig().dnsRecords();
    }

    private boolean isSrv() {
        return records().stream().anyMatch(record -> "SRV".equals(record.type()));
    }

    /** Only a port with a name has an SRV record. */
    private static void nameAll(Service service) {
        for (ServicePort port : service.getSpec().getPorts()) {
            if (port.getName() == null) {
                String protocol =
                        port.getProtocol() == null ? "tcp" : port.getProtocol().toLowerCase(Locale.ROOT);
                port.setName(protocol + "-" + port.getPort());
            }
        }
    }

    private void say(String name, Service service) {
        String written = service.getMetadata().getName();
        Resource<CloudMapNamespace> namespace = ServiceDiscoveries.namespace(registered, launch.bundle());
        String former = namespace == null || namespace.value().name() == null
                ? name
                : name + "." + namespace.value().name();
        StringBuilder message = new StringBuilder(
                former + " is Service " + written + ": clients say " + ChangedHostNames.now(launch, written));
        if (isSrv() && !service.getSpec().getPorts().isEmpty()) {
            ServicePort port = service.getSpec().getPorts().get(0);
            message.append(", for SRV records _")
                    .append(port.getName())
                    .append(
                            port.getProtocol() == null
                                    ? "._tcp."
                                    : "._" + port.getProtocol().toLowerCase(Locale.ROOT) + ".")
                    .append(ChangedHostNames.now(launch, written));
        }
        boolean publicly =
                namespace != null && "DNS_PUBLIC".equals(namespace.value().type());
        launch.bundle()
                .at(registered.node())
                .report(
                        FindingCode.SERVICE_DISCOVERY,
                        message.toString(),
                        publicly
                                ? "for callers outside the cluster install ExternalDNS and annotate the Service"
                                : "TTL and routing are the cluster DNS's own; only ready Pods are answered");
        if (!written.equals(name)) {
            launch.at(FIELD, index, "registryArn")
                    .report(
                            FindingCode.DNS_NAME_CHANGED,
                            "the name " + name + " is taken or not valid; clients must say " + written);
        }
    }
}
