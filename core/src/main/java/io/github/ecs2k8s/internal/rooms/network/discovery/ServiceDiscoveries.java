package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.CloudMapInstance;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespace;
import io.github.ecs2k8s.ecs.resource.CloudMapService;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/**
 * Cloud Map service that an ECS service registers with ⇄ headless Kubernetes Service of the registered name: the name's
 * addresses are those of the tasks. An instance that is another name ⇄ Service of type ExternalName.
 *
 * <p>The name ends differently: {@code web.shop.local} is {@code web.NAMESPACE.svc.cluster.local}; clients that say it in
 * an environment variable are told. For SRV records the Service's port has a name
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html,
 * https://kubernetes.io/docs/concepts/services-networking/service/#headless-services).
 */
public final class ServiceDiscoveries implements LaunchCorrespondence, BundleCorrespondence {
    private static final String FIELD = "serviceRegistries";

    @Override
    public Term term() {
        return Term.SERVICE_DISCOVERY;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("service.serviceRegistries[].registryArn", "Service.metadata.name"),
                OwnedField.to("service.serviceRegistries[].port", "Service.spec.ports[].port", "0"),
                OwnedField.to("service.serviceRegistries[].containerName", "Service.spec.ports[].targetPort"),
                OwnedField.to("service.serviceRegistries[].containerPort", "Service.spec.ports[].port", "0"),
                OwnedField.to("cloudMapService.**", "Service.metadata.name"),
                OwnedField.nowhere("cloudMapNamespace.**"),
                OwnedField.to("cloudMapInstance.**", "Service.spec.externalName"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("Service.spec.clusterIP", "cloudMapService.Name"),
                OwnedField.nowhere("Service.spec.clusterIPs[]"),
                OwnedField.to("Service.spec.externalName", "cloudMapInstance.Attributes"));
    }

    @Override
    public void toEcs(BundleToEcs context) {
        new HeadlessServices(context).write();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        List<ServiceRegistry> registries =
                context.service() == null ? List.of() : context.service().serviceRegistries();
        for (int i = 0; i < registries.size(); i++) {
            String reference = registries.get(i).registryArn();
            if (reference == null || reference.isEmpty()) {
                context.at(FIELD, i)
                        .report(
                                FindingCode.INVALID_VALUE,
                                "a service registry needs its registryArn; nothing is written for it",
                                "add it");
                continue;
            }
            if (i > 0) {
                context.at(FIELD, i)
                        .report(FindingCode.INVALID_VALUE, "a service registers under one name; ECS refuses another");
            }
            Resource<CloudMapService> found = context.bundle()
                    .lookUp(CloudMapService.class, ResourceKind.CLOUD_MAP_SERVICE, reference, context.at(FIELD, i));
            if (found != null) {
                new DiscoveryRegistration(context, found, i).write(registries.get(i));
            }
        }
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        Set<Resource<CloudMapNamespace>> used = Collections.newSetFromMap(new IdentityHashMap<>());
        ChangedHostNames changed = new ChangedHostNames();
        for (LaunchToKubernetes launch : context.launches()) {
            if (launch.service() == null) {
                continue;
            }
            for (ServiceRegistry registry : launch.service().serviceRegistries()) {
                Resource<CloudMapService> found = registry.registryArn() == null
                        ? null
                        : context.resources().find(CloudMapService.class, registry.registryArn(), launch.node());
                Resource<CloudMapNamespace> namespace = found == null ? null : namespace(found, context);
                if (found != null && namespace != null) {
                    used.add(namespace);
                    former(launch, found, namespace, changed);
                }
            }
        }
        changed.report(context);
        for (Resource<CloudMapNamespace> namespace : used) {
            context.use(namespace);
            String type = namespace.value().type();
            boolean dns = type == null || type.startsWith("DNS");
            context.at(namespace.node())
                    .report(
                            FindingCode.SERVICE_DISCOVERY_NAMESPACE,
                            dns
                                    ? "names that end in ." + namespace.value().name()
                                            + " end in the Namespace and .svc.cluster.local"
                                    : "the cluster finds names by DNS only; clients that call DiscoverInstances find nothing",
                            dns
                                    ? "for clients that cannot change, let CoreDNS rewrite the names"
                                    : "let clients use the DNS names");
        }
        ExternalNames.write(context);
    }

    private static void former(
            LaunchToKubernetes launch,
            Resource<CloudMapService> found,
            Resource<CloudMapNamespace> namespace,
            ChangedHostNames changed) {
        String name = found.value().name();
        Service service = name == null ? null : DiscoveryRegistration.service(launch, name);
        if (service != null && namespace.value().name() != null) {
            changed.add(
                    name + "." + namespace.value().name(),
                    ChangedHostNames.now(launch, service.getMetadata().getName()));
        }
    }

    /** The namespace of a Cloud Map service, null when it is not in the input. */
    static @Nullable Resource<CloudMapNamespace> namespace(
            Resource<CloudMapService> service, BundleToKubernetes context) {
        String id = service.value().namespaceId();
        if (id == null && service.value().dnsConfig() != null) {
            id = service.value().dnsConfig().namespaceId();
        }
        return id == null ? null : context.resources().find(CloudMapNamespace.class, id, service.node());
    }

    /** Instances that were read, for {@link ExternalNames}. */
    static List<Resource<CloudMapInstance>> instances(BundleToKubernetes context) {
        return context.resources().of(CloudMapInstance.class);
    }
}
