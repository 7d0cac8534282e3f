package io.github.ecs2k8s.internal.rooms.balancer.network;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.RuleFindings;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Network load balancer ⇄ Service of type LoadBalancer, its listeners the ports
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb/).
 *
 * <p>The trap: a Service has one selector, so that a network load balancer in front of several workloads becomes several.
 */
public final class NetworkServices {
    private static final String CLASS = "service.k8s.aws/nlb";

    private final BundleToKubernetes bundle;
    private final BundleToKubernetes ofListeners;
    private final Balancer balancer;

    public NetworkServices(BundleToKubernetes bundle, Balancer balancer) {
        this.bundle = bundle;
        this.ofListeners = bundle.as(Term.LISTENER);
        this.balancer = balancer;
    }

    /** A Service with the listeners that lead to it. */
    private record Balanced(Service service, Map<Entrance, Backend> entrances) {}

    public void write() {
        Map<LaunchToKubernetes, Balanced> services = new LinkedHashMap<>();
        for (Entrance entrance : balancer.entrances()) {
            Set<LaunchToKubernetes> reached = new LinkedHashSet<>();
            for (Backend backend : behind(entrance)) {
                if (reached.add(backend.launch())) {
                    port(entrance, backend, services);
                }
            }
        }
        for (Balanced balanced : services.values()) {
            NetworkAnnotations.write(balanced.service(), balancer, balanced.entrances(), bundle);
        }
        if (services.size() > 1) {
            services.values().stream().skip(1).forEach(this::sayApart);
            bundle.at(balancer.node())
                    .report(
                            FindingCode.LOAD_BALANCER_SPLIT,
                            "one load balancer becomes " + services.size()
                                    + ", because a Service leads to one workload",
                            HttpForm.hasController(bundle.target())
                                    ? "keep this one and bind its target groups to the Services with a TargetGroupBinding each"
                                    : "put a gateway with TCPRoutes before the workloads");
        }
    }

    private void sayApart(Balanced balanced) {
        for (Entrance entrance : balanced.entrances().keySet()) {
            if (entrance.listener() != null) {
                bundle.at(entrance.listener().node(), "LoadBalancerArn")
                        .report(
                                FindingCode.LOAD_BALANCER_SPLIT,
                                "the listener is one of the load balancer of Service "
                                        + balanced.service().getMetadata().getName());
            }
        }
    }

    private List<Backend> behind(Entrance entrance) {
        List<Backend> behind = new ArrayList<>();
        Destinations destinations = new Destinations(ofListeners);
        for (RoutingRule rule : entrance.everything()) {
            if (!RuleFindings.isWritable(rule, ofListeners)) {
                continue;
            }
            List<Backend> found = destinations.behind(rule);
            if (found.isEmpty() && rule.ending() != null) {
                destinations.of(rule, rule.ending(), false);
            }
            behind.addAll(found);
        }
        return behind;
    }

    private void port(Entrance entrance, Backend backend, Map<LaunchToKubernetes, Balanced> services) {
        Resource<Listener> listener = entrance.listener();
        int port = entrance.port() == null ? backend.port() : entrance.port();
        Balanced balanced = services.get(backend.launch());
        Service service = balanced == null ? service(backend) : balanced.service();
        boolean clash = false;
        for (String protocol : protocols(entrance.protocol())) {
            ServicePort added = bundle.services().port(service, port, backend.container(), backend.port(), protocol);
            clash |= added == null;
        }
        if (clash && listener != null) {
            ofListeners
                    .at(listener.node(), "Port")
                    .report(
                            FindingCode.LISTENER_PORT,
                            "port " + port + " of the Service leads to another port already; the listener is left out");
            return;
        }
        if (balanced == null) {
            balanced = new Balanced(service, new LinkedHashMap<>());
            services.put(backend.launch(), balanced);
        }
        balanced.entrances().put(entrance, backend);
    }

    private Service service(Backend backend) {
        Service service = bundle.services().of(backend.launch(), Way.LOAD_BALANCER);
        if (!service.getSpec().getPorts().isEmpty()) {
            // Another load balancer in front of the same workload.
            service = bundle.services()
                    .named(backend.launch(), Way.LOAD_BALANCER, backend.launch().name() + "-" + balancer.name());
        }
        classed(service, bundle);
        return service;
    }

    private static void classed(Service service, BundleToKubernetes bundle) {
        if (HttpForm.hasController(bundle.target())) {
            service.getSpec().setLoadBalancerClass(CLASS);
        }
    }

    /** The protocols of a Service's ports; TLS is TCP to the pods. */
    private static List<String> protocols(String protocol) {
        return switch (protocol) {
            case "UDP", "QUIC" -> List.of("UDP");
            case "TCP_UDP", "TCP_QUIC" -> List.of("TCP", "UDP");
            default -> List.of("TCP");
        };
    }

    /** A Classic Load Balancer, of which the service only tells the name. */
    public static void classic(String name, int entry, LaunchToKubernetes context) {
        BundleToKubernetes bundle = context.bundle();
        for (Backend backend : Backends.of(context)) {
            if (backend.entry() == entry) {
                Service service = bundle.services().of(context, Way.LOAD_BALANCER);
                bundle.services().port(service, backend.port(), backend.container(), backend.port(), null);
                classed(service, bundle);
                if (HttpForm.hasController(context.target())) {
                    service.getMetadata()
                            .getAnnotations()
                            .putIfAbsent(Annotations.NETWORK_PREFIX + "nlb-target-type", "ip");
                }
            }
        }
        context.at("loadBalancers", entry, "loadBalancerName")
                .report(
                        FindingCode.LOAD_BALANCER_CLASSIC,
                        "Classic Load Balancer " + name
                                + " becomes a network load balancer on the container's port; its listeners"
                                + " are not in the input",
                        "aws elb describe-load-balancers --load-balancer-names " + Shell.word(name)
                                + " shows ports, scheme and certificates: set them on the Service");
    }
}
