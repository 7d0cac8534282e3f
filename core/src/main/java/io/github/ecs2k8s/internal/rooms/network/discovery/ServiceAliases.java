package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.CloudMapService;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.network.discovery.ReferencedHosts.Said;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/**
 * The names that callers say of a Service besides the one that Service Connect answers to: DNS of Cloud Map answers to one
 * more, for tasks that run once and other namespaces too, where the Service's ports are those of the containers
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html).
 */
final class ServiceAliases {
    private final BundleToEcs context;

    ServiceAliases(BundleToEcs context) {
        this.context = context;
    }

    void write(ConnectedService service) {
        String alias = service.alias();
        List<String> far = Callers.forms(service.far());
        Set<String> others = new LinkedHashSet<>(far);
        others.addAll(Callers.forms(service.near()));
        // Who is far may say the same words as who is near, and needs DNS all the same.
        others.removeIf(form -> form.equals(alias) && !far.contains(form));
        String registered = others.isEmpty() ? null : register(service, others);
        for (String other : Callers.forms(service.near())) {
            if (!other.equals(alias) && !other.equals(registered)) {
                context.at(service.located().node(), "metadata", "name")
                        .report(
                                FindingCode.SERVICE_NAME,
                                "callers say " + other + " too; Service Connect answers to " + alias + " only",
                                "let them all say " + alias);
            }
        }
        Set<@Nullable LocatedObject> told = new HashSet<>();
        for (Said said : service.far()) {
            if (!said.form().equals(registered) && told.add(said.speaker())) {
                sayFar(service, said, registered);
            }
        }
    }

    /** The name under which DNS knows the Service's tasks, the first of these that it can know; null when it cannot. */
    private @Nullable String register(ConnectedService service, Set<String> wanted) {
        if (service.isHeadless()) {
            return service.fullName();
        }
        if (!service.hasPortsOfContainers() || !service.behind().stream().allMatch(this::isFree)) {
            return null;
        }
        String name = service.far().isEmpty() ? null : service.fullName();
        // Cloud Map may have a namespace of this name for Service Connect, beside which there is none for DNS.
        String shared = service.name() + "." + ReferencedHosts.space(service.namespace());
        for (String form : wanted) {
            if (form.length() > shared.length()) {
                name = form;
                break;
            }
        }
        if (name == null) {
            return null;
        }
        String end = name.substring(service.name().length() + 1);
        Resource<CloudMapService> made = HeadlessServices.service(service.name(), end, "A", context);
        for (LaunchToEcs workload : service.behind()) {
            CreateServiceRequest.Builder request = workload.service();
            if (request != null) {
                request.serviceRegistries(ServiceRegistry.builder()
                        .registryArn("${" + made.logicalId() + ".Arn}")
                        .build());
            }
        }
        return name;
    }

    /** A service registers under one name; that of a headless Service comes first. */
    private boolean isFree(LaunchToEcs workload) {
        CreateServiceRequest.Builder request = workload.service();
        if (request == null
                || !request.build().serviceRegistries().isEmpty()
                || workload.task().definition().networkMode() != NetworkMode.AWSVPC) {
            return false;
        }
        Map<String, String> labels = workload.podLabels();
        for (LocatedObject located : context.manifests().servicesOf(labels, workload.namespace())) {
            if (located.object() instanceof Service service
                    && "None".equals(service.getSpec().getClusterIP())) {
                return false;
            }
        }
        return true;
    }

    /** Who is far has no names of Service Connect: no proxy, or a proxy of another namespace. */
    private void sayFar(ConnectedService service, Said said, @Nullable String registered) {
        String hint = registered == null
                ? "make Service " + service.name() + " headless, with the ports of the containers, and let callers say "
                        + service.fullName() + "; or let them call a load balancer"
                : "let it say " + registered + ", which Cloud Map knows";
        LaunchToEcs workload = said.speaker() == null ? null : context.workload(said.speaker());
        if (workload != null) {
            String why = said.runsOnce()
                    ? "tasks that run once have no names of Service Connect"
                    : said.isInNetworkOfHost()
                            ? "tasks in the network of the host have no names of Service Connect"
                            : apart(service);
            workload.at("metadata", "name")
                    .report(FindingCode.SERVICE_NAME, workload.name() + " calls " + said.form() + ", and " + why, hint);
            return;
        }
        LocatedObject named = said.speaker() == null ? service.located() : said.speaker();
        context.at(named.node(), "metadata", "name")
                .report(
                        FindingCode.SERVICE_NAME,
                        said.isName()
                                ? "DNS has no addresses for " + said.form()
                                : "callers in " + ReferencedHosts.space(said.namespace()) + " say " + said.form()
                                        + ", and " + apart(service),
                        hint);
    }

    private static String apart(ConnectedService service) {
        return "Service Connect reaches the services of one namespace, in which the name " + service.name()
                + " would lead to two Services";
    }
}
