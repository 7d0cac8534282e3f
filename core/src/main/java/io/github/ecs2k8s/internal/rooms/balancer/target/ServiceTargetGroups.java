package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.ecs.resource.TargetGroupBuilder;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/**
 * Port of a Service behind a load balancer → target group, with which the ECS services of the selected pods register.
 *
 * <p>A target group belongs to one load balancer, so that a Service behind two has two; rules of one load balancer share
 * theirs. All workloads that the Service selects register with it, as all their pods were its endpoints
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html).
 */
public final class ServiceTargetGroups {
    private static final int MOST_GROUPS = 5;

    private final BundleToEcs context;
    private final Map<LocatedObject, Annotations> annotations = new IdentityHashMap<>();
    private final Map<BalancerDraft, Map<String, String>> groups = new IdentityHashMap<>();
    private final Map<BalancerDraft, List<TargetRegistration>> registered = new IdentityHashMap<>();
    private final Map<BalancerDraft, Set<OpenedPort>> opened = new IdentityHashMap<>();
    private final Map<String, BackendRef> grpc = new LinkedHashMap<>();
    private final Map<String, String> alternates = new LinkedHashMap<>();
    private final RolloutPairs pairs;

    public ServiceTargetGroups(BundleToEcs context) {
        this.context = context;
        this.pairs = RolloutPairs.of(context.manifests());
    }

    public BundleToEcs context() {
        return context;
    }

    /** The annotations of an object, always the same, so that it is known which have been read. */
    public Annotations annotations(LocatedObject located) {
        return annotations.computeIfAbsent(located, object -> new Annotations(object, context));
    }

    /** From the target groups of services whose traffic is shifted to the second ones. */
    public Map<String, String> alternates() {
        return alternates;
    }

    /** What registers behind a load balancer. */
    public List<TargetRegistration> behind(BalancerDraft balancer) {
        return registered.getOrDefault(balancer, List.of());
    }

    /** The ports of tasks that a load balancer has to reach: those that it forwards to, and those that it checks. */
    public Set<OpenedPort> opened(BalancerDraft balancer) {
        return opened.getOrDefault(balancer, Set.of());
    }

    /**
     * The target group of a backend for rules of an application load balancer.
     *
     * @param router the annotations of what names the backend, null when they say nothing about target groups
     * @param more settings from elsewhere, for what annotations do not say
     * @return a reference; null, with a finding, when nothing in the input stands behind it
     */
    public @Nullable String target(
            BalancerDraft balancer, BackendRef ref, @Nullable Annotations router, Map<String, String> more) {
        LocatedObject located = context.manifests().find("Service", ref.service(), ref.namespace());
        if (located == null || !(located.object() instanceof Service service) || service.getSpec() == null) {
            missing(ref, "Service " + ref.service() + " is not in the input");
            return null;
        }
        context.use(located);
        String first = pairs.first(ref.namespace(), ref.service());
        if (first != null) {
            // Of a Rollout's two Services the second is where the new tasks register before callers come to them.
            TargetSettings.of(null, annotations(located));
            String target =
                    target(balancer, new BackendRef(first, ref.namespace(), ref.port(), ref.place()), router, more);
            return target == null ? null : alternates.getOrDefault(target, target);
        }
        ServicePort port = port(service.getSpec(), ref.port());
        if (port == null) {
            missing(ref, "Service " + ref.service() + " has no port " + ref.port());
            return null;
        }
        TargetSettings settings =
                TargetSettings.of(router, annotations(located)).or(more);
        return target(balancer, located, service.getSpec(), port, settings, ref, false);
    }

    /**
     * The target group of a Service's port, for whoever has read its settings; null, with a finding, for none.
     *
     * @param both whether the port is for TCP and for UDP
     */
    public @Nullable String target(
            BalancerDraft balancer,
            LocatedObject located,
            ServiceSpec spec,
            ServicePort port,
            TargetSettings settings,
            BackendRef ref,
            boolean both) {
        List<TargetRegistration> registrations = registrations(located, spec, port);
        if (registrations.isEmpty()) {
            missing(
                    ref,
                    "Service " + ref.service()
                            + ("ExternalName".equals(spec.getType())
                                    ? " leads out of the cluster"
                                    : " selects no service of the input"));
            return null;
        }
        String name = located.object().getMetadata().getName();
        Map<String, String> own = groups.computeIfAbsent(balancer, unused -> new LinkedHashMap<>());
        // Listeners may share a target group, and so do ports of a Service that lead to one port of the pods.
        String key = ref.namespace() + "/" + name + "/" + targetPort(port) + "/" + port.getProtocol() + both
                + settings.values();
        String known = own.get(key);
        if (known != null) {
            return known;
        }
        boolean several = spec.getPorts().stream()
                        .map(ServiceTargetGroups::targetPort)
                        .distinct()
                        .count()
                > 1;
        String id = context.logicalId(name + (several ? "-" + port.getPort() : ""), "TargetGroup");
        String reference = "${" + id + "}";
        own.put(key, reference);
        TargetRegistration first = registrations.get(0);
        TargetGroup group = group(balancer, spec, port, settings, first, both);
        context.add(ResourceKind.TARGET_GROUP, group, id);
        if (BlueGreen.isShifted(first.workload())) {
            String second = context.logicalId(name, "AlternateTargetGroup");
            context.add(ResourceKind.TARGET_GROUP, group(balancer, spec, port, settings, first, both), second);
            alternates.put(reference, "${" + second + "}");
            useSecond(ref.namespace(), name);
        }
        if ("GRPC".equals(group.protocolVersion())) {
            grpc.put(reference, ref);
        }
        registered.computeIfAbsent(balancer, unused -> new ArrayList<>()).addAll(registrations);
        Set<OpenedPort> open = opened.computeIfAbsent(balancer, unused -> new LinkedHashSet<>());
        registrations.forEach(registration -> open.addAll(OpenedPort.of(registration, group)));
        if (group.protocolVersion() != null && port.getAppProtocol() != null) {
            context.at(located.node(), "spec", "ports", spec.getPorts().indexOf(port), "appProtocol")
                    .report(FindingCode.SAME_IN_ANOTHER_PLACE, "the target group's ProtocolVersion");
        }
        if (!balancer.isNetwork()) {
            // Rules lead to the port of the container; that of the Service only says which.
            context.at(located.node(), "spec", "ports", spec.getPorts().indexOf(port), "port")
                    .resolved();
        }
        for (TargetRegistration registration : registrations) {
            register(registration, reference, ref);
        }
        return reference;
    }

    private static String targetPort(ServicePort port) {
        IntOrString target = port.getTargetPort();
        return target == null || target.getValue() == null
                ? String.valueOf(port.getPort())
                : String.valueOf(target.getValue());
    }

    /** The second Service of a Rollout is the second target group, whether or not a rule leads to it. */
    private void useSecond(@Nullable String namespace, String first) {
        String second = pairs.second(namespace, first);
        LocatedObject located = second == null ? null : context.manifests().find("Service", second, namespace);
        if (located != null) {
            context.use(located);
            TargetSettings.of(null, annotations(located));
            int ports = located.object() instanceof Service service && service.getSpec() != null
                    ? service.getSpec().getPorts().size()
                    : 0;
            for (int i = 0; i < ports; i++) {
                context.at(located.node(), "spec", "ports", i, "port").resolved();
            }
        }
    }

    /** Says where gRPC is to be forwarded by a listener that ends no TLS, which ELB refuses. */
    public void sayGrpc(BalancerDraft balancer) {
        for (ListenerDraft listener : balancer.listeners()) {
            for (String target : listener.isSecure() ? List.<String>of() : listener.targets()) {
                BackendRef ref = grpc.remove(target);
                if (ref != null) {
                    context.at(ref.place())
                            .report(
                                    FindingCode.GRPC_WITHOUT_TLS,
                                    "port " + listener.port() + " listens by HTTP; ELB forwards gRPC only from HTTPS",
                                    "give " + balancer.name()
                                            + " a certificate, or let a network load balancer pass the port on");
                }
            }
        }
    }

    private void missing(BackendRef ref, String why) {
        context.at(ref.place())
                .report(
                        FindingCode.BACKEND_MISSING,
                        why + "; what leads there is answered 503",
                        "give it, and what it selects, as a further input");
    }

    private static @Nullable ServicePort port(ServiceSpec spec, @Nullable String wanted) {
        if (wanted == null) {
            return spec.getPorts().size() == 1 ? spec.getPorts().get(0) : null;
        }
        for (ServicePort port : spec.getPorts()) {
            if (wanted.equals(port.getName()) || wanted.equals(String.valueOf(port.getPort()))) {
                return port;
            }
        }
        return null;
    }

    private List<TargetRegistration> registrations(LocatedObject located, ServiceSpec spec, ServicePort port) {
        List<TargetRegistration> registrations = new ArrayList<>();
        Map<String, String> selector = spec.getSelector();
        if (selector == null || selector.isEmpty()) {
            return registrations;
        }
        for (LaunchToEcs workload :
                context.selectedBy(selector, located.object().getMetadata().getNamespace())) {
            TargetRegistration registration = workload.service() == null ? null : TargetRegistration.of(port, workload);
            if (registration != null) {
                registrations.add(registration);
            }
        }
        registrations.sort(
                Comparator.comparing(registration -> registration.workload().name()));
        return registrations;
    }

    /** Whether two ports of a Service lead to the same ports of the same tasks. */
    public boolean leadAlike(LocatedObject located, ServicePort one, ServicePort other) {
        ServiceSpec spec = ((Service) located.object()).getSpec();
        List<TargetRegistration> all = registrations(located, spec, other);
        for (TargetRegistration mine : registrations(located, spec, one)) {
            boolean known = all.stream()
                    .anyMatch(theirs -> theirs.port() == mine.port()
                            && theirs.workload().name().equals(mine.workload().name())
                            && theirs.container()
                                    .getName()
                                    .equals(mine.container().getName()));
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private void register(TargetRegistration registration, String group, BackendRef ref) {
        CreateServiceRequest.Builder service =
                Objects.requireNonNull(registration.workload().service());
        List<LoadBalancer> entries = new ArrayList<>(service.build().loadBalancers());
        entries.add(LoadBalancer.builder()
                .targetGroupArn(group)
                .containerName(registration.container().getName())
                .containerPort(registration.port())
                .build());
        service.loadBalancers(entries);
        if (entries.size() == MOST_GROUPS + 1) {
            context.at(ref.place())
                    .report(
                            FindingCode.TARGET_GROUPS_MANY,
                            "service " + registration.workload().name() + " would register with more than "
                                    + MOST_GROUPS + " target groups",
                            "let fewer load balancers or ports lead to it");
        }
        GracePeriod.write(registration, service);
    }

    private static TargetGroup group(
            BalancerDraft balancer,
            ServiceSpec spec,
            ServicePort port,
            TargetSettings settings,
            TargetRegistration first,
            boolean both) {
        String protocol = both ? "TCP_UDP" : protocol(balancer, port, settings);
        String version = balancer.isNetwork() ? null : version(port, settings);
        TargetCheck check = TargetCheck.of(settings, first, spec, balancer.isNetwork(), "GRPC".equals(version));
        NetworkMode mode = first.workload().task().definition().networkMode();
        List<Attribute> attributes = new ArrayList<>();
        settings.pairs("target-group-attributes").forEach((key, value) -> attributes.add(new Attribute(key, value)));
        Draining.read(first.workload().template().getSpec(), attributes);
        if (balancer.isNetwork() && "ClientIP".equals(spec.getSessionAffinity())) {
            add(attributes, "stickiness.enabled", "true");
            add(attributes, "stickiness.type", "source_ip");
        }
        List<Tag> tags = new ArrayList<>();
        settings.pairs("tags").forEach((key, value) -> tags.add(new Tag(key, value)));
        return TargetGroupBuilder.builder()
                .protocol(protocol)
                .port(first.port())
                .healthCheckProtocol(check.protocol())
                .healthCheckPort(check.port())
                .healthCheckIntervalSeconds(check.interval())
                .healthCheckTimeoutSeconds(check.timeout())
                .healthyThresholdCount(check.healthy())
                .unhealthyThresholdCount(check.unhealthy())
                .healthCheckPath(check.path())
                .matcher(check.matcher())
                .targetType(mode == NetworkMode.AWSVPC ? "ip" : "instance")
                .protocolVersion(version)
                .tags(tags)
                .targetGroupAttributes(attributes)
                .build();
    }

    /** Adds an attribute that nobody has set. */
    static void add(List<Attribute> attributes, String key, String value) {
        for (Attribute attribute : attributes) {
            if (key.equals(attribute.key())) {
                return;
            }
        }
        attributes.add(new Attribute(key, value));
    }

    private static String protocol(BalancerDraft balancer, ServicePort port, TargetSettings settings) {
        String told = settings.get("backend-protocol");
        if (!balancer.isNetwork()) {
            boolean https =
                    "HTTPS".equalsIgnoreCase(told) || (told == null && "https".equalsIgnoreCase(port.getAppProtocol()));
            return https ? "HTTPS" : "HTTP";
        }
        if ("UDP".equals(port.getProtocol())) {
            return "UDP";
        }
        // Only this word of the annotation, and that of a Gateway's configuration: https is the protocol of a Classic
        // one.
        return "ssl".equals(told) || "TLS".equals(told) ? "TLS" : "TCP";
    }

    private static @Nullable String version(ServicePort port, TargetSettings settings) {
        String told = settings.get("backend-protocol-version");
        if (told != null) {
            return told.equals("HTTP1") ? null : told;
        }
        String appProtocol = port.getAppProtocol() == null ? "" : port.getAppProtocol();
        return switch (appProtocol) {
            case "grpc" -> "GRPC";
            case "kubernetes.io/h2c", "http2" -> "HTTP2";
            default -> null;
        };
    }
}
