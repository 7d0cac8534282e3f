package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespace;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ServiceConnectClientAlias;
import software.amazon.awssdk.services.ecs.model.ServiceConnectConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceConnectService;

/**
 * ECS Service Connect ⇄ a Kubernetes Service for each client alias, of the name and the port that clients say.
 *
 * <p>An alias without a name is called {@code discoveryName.namespace}. A name with a dot cannot be a Service's: the part
 * before the dot is, and clients are told. A service that is only a client needs nothing, since every Pod finds every
 * Service (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html,
 * https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/).
 */
public final class ServiceConnects implements LaunchCorrespondence, BundleCorrespondence, PodPreparation {
    private static final int MAX_PORT = 65_535;
    private static final String FIELD = "serviceConnectConfiguration";
    private static final String SERVICES = "services";
    private static final String ALIASES = "clientAliases";

    @Override
    public Term term() {
        return Term.SERVICE_CONNECT;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("service.serviceConnectConfiguration.**", "Service.spec.ports"),
                OwnedField.nowhere("cluster.serviceConnectDefaults.namespace"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void prepare(PodDraft draft) {
        ConnectedPorts.name(draft);
    }

    @Override
    public void toEcs(BundleToEcs context) {
        new ConnectedServices(context).write();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        ServiceConnectConfiguration connect = configuration(context);
        if (connect == null) {
            return;
        }
        if (!Boolean.TRUE.equals(connect.enabled())) {
            context.at(FIELD)
                    .report(FindingCode.SERVICE_CONNECT, "Service Connect is not enabled; nothing of it is written");
            return;
        }
        if (connect.namespace() != null) {
            context.at(FIELD, "namespace")
                    .report(
                            FindingCode.SERVICE_CONNECT,
                            "clients find each other by Services; the Cloud Map namespace is not needed");
        }
        if (connect.services().isEmpty()) {
            context.at(FIELD, "enabled")
                    .report(
                            FindingCode.SERVICE_CONNECT,
                            context.name() + " is only a client; Pods reach every Service without preparation");
        }
        ServiceConnectFindings.proxy(context);
        for (int i = 0; i < connect.services().size(); i++) {
            write(connect.services().get(i), i, context);
        }
    }

    private static @Nullable ServiceConnectConfiguration configuration(LaunchToKubernetes launch) {
        return launch.service() == null ? null : launch.service().serviceConnectConfiguration();
    }

    private static void write(ServiceConnectService connected, int index, LaunchToKubernetes launch) {
        NamedPort port = NamedPort.find(launch, connected.portName());
        if (port == null) {
            NamedPort.sayMissing(launch, connected.portName(), FIELD, SERVICES, index);
            return;
        }
        if (connected.clientAliases().isEmpty()) {
            // Only registered: clients would ask Cloud Map for the name.
            serve(new Alias(discoveryName(connected), port.number(), port, FIELD, SERVICES, index), launch);
        }
        boolean unused = !connected.clientAliases().isEmpty();
        for (int i = 0; i < connected.clientAliases().size(); i++) {
            ServiceConnectClientAlias alias = connected.clientAliases().get(i);
            boolean named = alias.dnsName() != null && !alias.dnsName().isEmpty();
            unused &= named;
            String name = named ? alias.dnsName() : discoveryName(connected);
            int number = number(alias, port, launch, FIELD, SERVICES, index, ALIASES, i);
            Alias served = new Alias(name, number, port, FIELD, SERVICES, index, ALIASES, i, "dnsName");
            Service service = serve(served, launch);
            if (!named) {
                String former = name + "." + namespace(launch);
                sayDotted(former, service, launch, FIELD, SERVICES, index, ALIASES, i);
            }
        }
        if (unused && connected.discoveryName() != null) {
            launch.at(FIELD, SERVICES, index, "discoveryName")
                    .report(
                            FindingCode.SERVICE_CONNECT,
                            "clients say the alias; nobody needs the name " + connected.discoveryName());
        }
    }

    private static int number(
            ServiceConnectClientAlias alias, NamedPort port, LaunchToKubernetes launch, Object... path) {
        Integer given = alias.port();
        if (given != null && given > 0 && given <= MAX_PORT) {
            return given;
        }
        launch.at(path)
                .report(
                        given == null ? FindingCode.MISSING_FIELD : FindingCode.INVALID_VALUE,
                        given == null
                                ? "an alias needs a port; the container's is written"
                                : given + " is no port; the container's is written");
        return port.number();
    }

    private static String discoveryName(ServiceConnectService connected) {
        return connected.discoveryName() == null || connected.discoveryName().isEmpty()
                ? connected.portName()
                : connected.discoveryName();
    }

    /** The namespace in words that clients would say. */
    private static String namespace(LaunchToKubernetes launch) {
        ServiceConnectConfiguration connect = configuration(launch);
        String own = connect == null ? null : connect.namespace();
        if (own == null && launch.service() != null && launch.service().cluster() != null) {
            Resource<Cluster> cluster = launch.bundle()
                    .resources()
                    .find(Cluster.class, launch.service().cluster(), launch.node());
            if (cluster != null && cluster.value().serviceConnectDefaults() != null) {
                own = cluster.value().serviceConnectDefaults().namespace();
            }
        }
        if (own == null) {
            return "NAMESPACE";
        }
        Resource<CloudMapNamespace> known =
                launch.bundle().resources().find(CloudMapNamespace.class, own, launch.node());
        String name = known == null ? null : known.value().name();
        return name == null ? io.github.ecs2k8s.ecs.resource.Arns.name(own) : name;
    }

    /** A name and port as clients say them, and where the name stands. */
    private record Alias(String name, int number, NamedPort port, Object... path) {

        /** The alias around its name. */
        Object[] whole() {
            return Arrays.copyOf(path, path.length - 1);
        }
    }

    private static Service serve(Alias alias, LaunchToKubernetes launch) {
        int dot = alias.name.indexOf('.');
        String first = dot > 0 ? alias.name.substring(0, dot) : alias.name;
        ReachedServices services = launch.bundle().services();
        Service service = services.named(launch, Way.CLUSTER_IP, first);
        String written = service.getMetadata().getName();
        ServicePort port = services.port(service, alias.number, alias.port.container(), alias.port.number(), null);
        if (port == null) {
            launch.at(alias.whole())
                    .report(
                            FindingCode.PORT_COLLISION,
                            "port " + alias.number + " of Service " + written
                                    + " leads to another container's port already",
                            "give the alias another port or name");
        } else {
            port.setAppProtocol(appProtocol(alias.port.mapping().appProtocolAsString()));
        }
        if (dot >= 0) {
            sayDotted(alias.name, service, launch, alias.path);
        } else if (!written.equals(alias.name)) {
            launch.at(alias.path)
                    .report(
                            FindingCode.DNS_NAME_CHANGED,
                            "the name " + alias.name + " is taken or not valid; clients must say " + written);
        }
        return service;
    }

    private static void sayDotted(String former, Service service, LaunchToKubernetes launch, Object... path) {
        String name = service.getMetadata().getName();
        String now = ChangedHostNames.now(launch, name);
        int dot = former.indexOf('.');
        String rest = former.substring(dot + 1);
        boolean twoLabels = Names.isDnsLabel(rest) && former.substring(0, dot).equals(name);
        launch.at(path)
                .report(
                        FindingCode.DNS_NAME_CHANGED,
                        "a Service's name has no dot: " + former + " is written " + name + "; clients must say " + now,
                        twoLabels
                                ? "or make a Namespace " + rest + " with a Service " + name
                                        + " of type ExternalName in it, which"
                                        + " leads to " + name + "."
                                        + (launch.namespace() == null ? "NAMESPACE" : launch.namespace())
                                        + ".svc.cluster.local"
                                : "change the clients, or let CoreDNS rewrite the name");
    }

    /** HTTP/2 without TLS has a name of its own in Kubernetes; gRPC is the name most meshes and gateways know. */
    private static @Nullable String appProtocol(@Nullable String protocol) {
        return protocol == null || protocol.isEmpty()
                ? null
                : protocol.equals("http2") ? "kubernetes.io/h2c" : protocol;
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        Map<String, String> former = new LinkedHashMap<>();
        List<String> namespaces = new ArrayList<>();
        for (LaunchToKubernetes launch : context.launches()) {
            ServiceConnectConfiguration connect = configuration(launch);
            if (connect != null && Boolean.TRUE.equals(connect.enabled())) {
                formerNames(connect, launch, former);
                if (connect.namespace() != null) {
                    use(connect.namespace(), launch.node(), context, namespaces);
                }
            }
        }
        ChangedHostNames changed = new ChangedHostNames();
        former.forEach(changed::add);
        changed.report(context);
        for (Resource<Cluster> cluster : context.resources().of(Cluster.class)) {
            if (cluster.value().serviceConnectDefaults() != null
                    && cluster.value().serviceConnectDefaults().namespace() != null) {
                use(cluster.value().serviceConnectDefaults().namespace(), cluster.node(), context, namespaces);
                context.at(cluster.node(), "serviceConnectDefaults", "namespace")
                        .report(
                                FindingCode.SERVICE_CONNECT,
                                "clients find each other by Services; the Cloud Map namespace is not needed");
            }
        }
    }

    private static void formerNames(
            ServiceConnectConfiguration connect, LaunchToKubernetes launch, Map<String, String> former) {
        for (ServiceConnectService connected : connect.services()) {
            if (NamedPort.find(launch, connected.portName()) == null) {
                continue;
            }
            for (ServiceConnectClientAlias alias : connected.clientAliases()) {
                boolean named = alias.dnsName() != null && !alias.dnsName().isEmpty();
                String name = named ? alias.dnsName() : discoveryName(connected) + "." + namespace(launch);
                int dot = name.indexOf('.');
                if (dot > 0) {
                    Service service = launch.bundle().services().named(launch, Way.CLUSTER_IP, name.substring(0, dot));
                    former.put(
                            name,
                            ChangedHostNames.now(launch, service.getMetadata().getName()));
                }
            }
        }
    }

    private static void use(
            String reference, io.github.ecs2k8s.source.Node from, BundleToKubernetes context, List<String> said) {
        Resource<CloudMapNamespace> namespace = context.resources().find(CloudMapNamespace.class, reference, from);
        if (namespace != null && !said.contains(namespace.title())) {
            said.add(namespace.title());
            context.use(namespace);
            context.at(namespace.node())
                    .report(
                            FindingCode.SERVICE_CONNECT,
                            "clients find each other by Services; the Cloud Map namespace is not needed");
        }
    }
}
