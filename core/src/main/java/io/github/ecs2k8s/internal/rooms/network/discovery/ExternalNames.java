package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.CloudMapInstance;
import io.github.ecs2k8s.ecs.resource.CloudMapService;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cloud Map instances that are registered by hand: another name is a Service of type ExternalName, addresses are not
 * written; instances that ECS registers are its running tasks
 * (https://docs.aws.amazon.com/cloud-map/latest/api/API_RegisterInstance.html).
 */
final class ExternalNames {
    private static final String CNAME = "AWS_INSTANCE_CNAME";

    private ExternalNames() {}

    static void write(BundleToKubernetes context) {
        for (Resource<CloudMapInstance> instance : ServiceDiscoveries.instances(context)) {
            context.use(instance);
            Map<String, String> attributes = instance.value().attributes();
            String host = attributes.get(CNAME);
            if (host != null && !host.isEmpty()) {
                external(instance, host, context);
            } else if (attributes.containsKey("ECS_SERVICE_NAME") || attributes.containsKey("ECS_CLUSTER_NAME")) {
                context.at(instance.node())
                        .report(FindingCode.CLOUD_MAP_TASK, "a running task; a Service finds the Pods itself");
            } else {
                context.at(instance.node())
                        .report(
                                FindingCode.CLOUD_MAP_INSTANCE,
                                "nothing is written for " + instance.title() + ", which is no task of a service",
                                "make a Service without selector, with an EndpointSlice of its address");
            }
        }
    }

    private static void external(Resource<CloudMapInstance> instance, String host, BundleToKubernetes context) {
        Resource<CloudMapService> service = service(instance, context);
        String name = service == null ? null : service.value().name();
        String valid = host.toLowerCase(Locale.ROOT);
        String target = valid.endsWith(".") ? valid.substring(0, valid.length() - 1) : valid;
        if (service == null || name == null || !Names.isDnsSubdomain(target)) {
            context.at(instance.node())
                    .report(
                            FindingCode.CLOUD_MAP_INSTANCE,
                            name == null
                                    ? "which name leads to " + host + " is not in the input; nothing is written"
                                    : host + " is no name of a host; nothing is written",
                            name == null ? "add the output of: aws servicediscovery list-services" : null);
            return;
        }
        context.use(service);
        for (String namespace : namespaces(context)) {
            context.services().external(namespace.isEmpty() ? null : namespace, name, target);
        }
        context.at(instance.node())
                .report(
                        FindingCode.EXTERNAL_NAME,
                        name + " leads to " + target + " by a Service of type ExternalName",
                        "TLS and HTTP clients still check the name they say: " + target + " must accept " + name);
        context.at(service.node())
                .report(
                        FindingCode.EXTERNAL_NAME,
                        "it is a Service of type ExternalName, without TTL and routing policy");
    }

    /** The Cloud Map service of an instance; the only one in the input where list-instances does not say it. */
    private static @Nullable Resource<CloudMapService> service(
            Resource<CloudMapInstance> instance, BundleToKubernetes context) {
        String id = instance.value().serviceId();
        if (id != null) {
            return context.resources().find(CloudMapService.class, id, instance.node());
        }
        List<Resource<CloudMapService>> all = context.resources().of(CloudMapService.class);
        return all.size() == 1 ? all.get(0) : null;
    }

    private static Set<String> namespaces(BundleToKubernetes context) {
        Set<String> namespaces = new TreeSet<>();
        for (LaunchToKubernetes launch : context.launches()) {
            namespaces.add(launch.namespace() == null ? "" : launch.namespace());
        }
        return namespaces.isEmpty() ? Set.of("") : namespaces;
    }
}
