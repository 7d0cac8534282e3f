package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.CloudMapInstance;
import io.github.ecs2k8s.ecs.resource.CloudMapService;
import io.github.ecs2k8s.ecs.resource.CloudMapServiceBuilder;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.OutsideServices;
import io.github.ecs2k8s.internal.rooms.balancer.target.PodTarget;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/**
 * Headless Kubernetes Service → Cloud Map service whose name has the addresses of the tasks; Service of type ExternalName
 * → instance that is another name
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html,
 * https://docs.aws.amazon.com/cloud-map/latest/api/API_RegisterInstance.html).
 */
final class HeadlessServices {
    private static final long SECONDS = 10;

    private final BundleToEcs context;

    /** The name under which each service registers. */
    private final Map<LaunchToEcs, String> firstNames = new LinkedHashMap<>();

    HeadlessServices(BundleToEcs context) {
        this.context = context;
    }

    void write() {
        for (LocatedObject located :
                ConnectedServices.sorted(context.manifests().of("Service"))) {
            ServiceSpec spec = located.object() instanceof Service service ? service.getSpec() : null;
            if (spec == null) {
                continue;
            }
            boolean selects = spec.getSelector() != null && !spec.getSelector().isEmpty();
            if ("ExternalName".equals(spec.getType()) && spec.getExternalName() != null) {
                external(located, spec.getExternalName());
            } else if ("None".equals(spec.getClusterIP()) && selects) {
                headless(located, spec);
            } else if (!selects && !"ExternalName".equals(spec.getType())) {
                context.use(located);
                context.at(located.node(), "spec")
                        .report(
                                FindingCode.SERVICE_NAME,
                                "Service " + name(located) + " has no selector; its addresses are not written",
                                "register them as instances of a Cloud Map service, or let callers say the address");
            }
        }
    }

    /** Callers inside say the containers' ports already; a port of the Service that is another has led nowhere. */
    private void sayPorts(LocatedObject located, ServiceSpec spec, LaunchToEcs first) {
        for (int i = 0; i < spec.getPorts().size(); i++) {
            ServicePort port = spec.getPorts().get(i);
            PodTarget target = PodTarget.of(port, first.template().getSpec());
            if (target != null && !Integer.valueOf(target.port()).equals(port.getPort())) {
                context.at(located.node(), "spec", "ports", i, "port")
                        .report(
                                FindingCode.HEADLESS_PORT,
                                "the name leads to the tasks' addresses: callers must say port " + target.port()
                                        + ", and not " + port.getPort());
            }
        }
    }

    /** Tasks have no names of their own, only all of them together. */
    private void sayPods(LocatedObject located, List<LaunchToEcs> behind, Callers callers) {
        for (LaunchToEcs workload : behind) {
            String pod = "StatefulSet".equals(workload.workload().getKind())
                    ? callers.pod(workload.workload().getMetadata().getName(), located)
                    : null;
            if (pod != null) {
                context.at(located.node(), "metadata", "name")
                        .report(
                                FindingCode.SERVICE_NAME,
                                "callers say " + pod
                                        + "; tasks have no names of their own, and that one is not answered",
                                "let them say " + name(located) + "." + DiscoveryNamespaces.end(namespace(located))
                                        + ", or write a StatefulSet and a Service for each member");
            }
        }
    }

    private void headless(LocatedObject located, ServiceSpec spec) {
        List<LaunchToEcs> behind = context.selectedBy(spec.getSelector(), namespace(located));
        behind.removeIf(workload -> workload.service() == null);
        if (behind.isEmpty()) {
            return;
        }
        context.use(located);
        for (LaunchToEcs workload : behind) {
            if (Boolean.TRUE.equals(workload.template().getSpec().getHostNetwork())) {
                context.at(located.node(), "spec")
                        .report(
                                FindingCode.SERVICE_NAME,
                                "tasks of " + workload.name()
                                        + " have no addresses of their own; the name is not registered",
                                "leave out hostNetwork");
                return;
            }
        }
        sayPorts(located, spec, behind.get(0));
        Callers callers = Callers.of(context);
        sayPods(located, behind, callers);
        if (callers.isConnected(located, spec) || OutsideServices.of(context).contains(located)) {
            // Its name is answered in another way too, so that it needs no Service that is only headless.
            context.at(located.node(), "spec", "clusterIP").resolved();
        }
        String end = DiscoveryNamespaces.end(namespace(located));
        String first = behind.size() == 1 ? firstNames.putIfAbsent(behind.get(0), name(located)) : null;
        if (first != null) {
            // A service registers under one name; another one of the same tasks leads to that.
            alias(located, first + "." + end);
            context.at(located.node(), "spec")
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "an ECS service registers under one name, " + first + "; this one leads there");
            return;
        }
        Resource<CloudMapService> service = service(name(located), end, "A", context);
        for (LaunchToEcs workload : behind) {
            CreateServiceRequest.Builder request = workload.service();
            if (request == null) {
                continue;
            }
            List<ServiceRegistry> registries = new ArrayList<>(request.build().serviceRegistries());
            registries.add(ServiceRegistry.builder()
                    .registryArn("${" + service.logicalId() + ".Arn}")
                    .build());
            request.serviceRegistries(registries.subList(0, 1));
            if (registries.size() > 1) {
                context.at(located.node(), "metadata", "name")
                        .report(
                                FindingCode.SERVICE_NAME,
                                "an ECS service registers under one name; " + workload.name() + " has one already");
            }
        }
    }

    /**
     * Adds a Cloud Map service whose name is answered by DNS.
     *
     * @param end what follows the name and a dot
     * @param record {@code A} for the addresses of tasks, {@code CNAME} for another name
     */
    static Resource<CloudMapService> service(String name, String end, String record, BundleToEcs context) {
        String namespace = DiscoveryNamespaces.dnsReference(end, context);
        List<CloudMapService.DnsRecord> records = List.of(new CloudMapService.DnsRecord(record, SECONDS));
        boolean alias = "CNAME".equals(record);
        CloudMapService.DnsConfig dns = new CloudMapService.DnsConfig(null, alias ? "WEIGHTED" : "MULTIVALUE", records);
        CloudMapService made = CloudMapServiceBuilder.builder()
                .name(name)
                .namespaceId(namespace)
                .dnsConfig(dns)
                .healthCheckCustomConfig(alias ? null : new CloudMapService.HealthCheckCustomConfig(1))
                .build();
        return context.add(ResourceKind.CLOUD_MAP_SERVICE, made, context.logicalId(name, "Discovery"));
    }

    private void external(LocatedObject located, String host) {
        context.use(located);
        alias(located, host);
        context.at(located.node(), "metadata", "name")
                .report(
                        FindingCode.SERVICE_NAME,
                        "callers must say " + name(located) + "."
                                + (namespace(located) == null ? "default" : namespace(located))
                                + ".svc.cluster.local; the short name is known only in a cluster",
                        "or let them say " + host);
    }

    /** A name that is answered with another one. */
    private void alias(LocatedObject located, String host) {
        Resource<CloudMapService> service =
                service(name(located), DiscoveryNamespaces.end(namespace(located)), "CNAME", context);
        CloudMapInstance instance = new CloudMapInstance(
                name(located), Map.of("AWS_INSTANCE_CNAME", host), null, "${" + service.logicalId() + "}");
        context.add(ResourceKind.CLOUD_MAP_INSTANCE, instance, context.logicalId(name(located), "Instance"));
    }

    private static String name(LocatedObject located) {
        return located.object().getMetadata().getName();
    }

    private static @Nullable String namespace(LocatedObject located) {
        return located.object().getMetadata().getNamespace();
    }
}
