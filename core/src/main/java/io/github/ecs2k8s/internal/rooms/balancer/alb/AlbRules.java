package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.FixedResponse;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Stickiness;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Reached;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destination;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.RuleFindings;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.JsonPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Listener rules ⇄ rules of one Ingress of the AWS Load Balancer Controller. A forward to one Service by host and path is
 * an ordinary backend; everything else is a backend of port {@code use-annotation}, whose name leads to annotations with
 * what it does and which further conditions it has.
 */
public final class AlbRules {
    private static final String P = Annotations.ALB_PREFIX;

    private final BundleToKubernetes bundle;
    private final Destinations destinations;
    private final IngressPaths paths = new IngressPaths();
    private final NameScope names = new NameScope();
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private @Nullable IngressBackend defaultBackend;
    private boolean any;

    AlbRules(BundleToKubernetes bundle, String balancer) {
        this.bundle = bundle;
        this.destinations = new Destinations(bundle);
    }

    void add(RoutingRule rule) {
        if (!RuleFindings.isWritable(rule, bundle)) {
            return;
        }
        RuleMatch match = rule.match();
        boolean plainHosts = match.hosts().stream().allMatch(HostPattern::isName);
        boolean plainPaths = match.paths().stream().allMatch(path -> path.text().startsWith("/"));
        List<Object> conditions = new ArrayList<>();
        if (!plainHosts) {
            List<String> hosts = match.hosts().stream().map(HostPattern::text).toList();
            conditions.add(AlbJson.patterns(RuleMatch.HOST, hosts));
        }
        if (!plainPaths) {
            List<String> texts = match.paths().stream().map(PathPattern::text).toList();
            conditions.add(AlbJson.patterns(RuleMatch.PATH, texts));
        }
        match.others().forEach(other -> conditions.add(AlbJson.condition(other)));
        IngressBackend backend = backend(rule, conditions);
        List<HostPattern> hosts = plainHosts ? match.hosts() : List.of();
        if (plainPaths && !(match.paths().isEmpty() && hasPathRegex(match))) {
            paths.add(hosts, match.paths(), backend);
        } else {
            paths.addConditional(hosts, backend);
        }
        any = true;
    }

    private static boolean hasPathRegex(RuleMatch match) {
        return match.others().stream().anyMatch(other -> other.field().equals(RuleMatch.PATH));
    }

    /**
     * Adds what happens where no rule applies.
     *
     * @param alone whether there is no rule at all: then it is written as everything below {@code /}
     */
    void addDefault(RoutingRule rule, boolean alone) {
        if (!RuleFindings.isWritable(rule, bundle) || isOwnDefault(rule)) {
            return;
        }
        IngressBackend backend = backend(rule, List.of());
        if (alone) {
            paths.add(List.of(), List.of(), backend);
            any = true;
        } else {
            defaultBackend = backend;
        }
    }

    /** The controller answers 404 without a body where an Ingress says nothing. */
    private static boolean isOwnDefault(RoutingRule rule) {
        ListenerAction ending = rule.ending();
        FixedResponse response = ending == null ? null : ending.fixedResponseConfig();
        return response != null
                && "404".equals(response.statusCode())
                && (response.messageBody() == null || response.messageBody().isEmpty())
                && (response.contentType() == null || response.contentType().equals("text/plain"));
    }

    private IngressBackend backend(RoutingRule rule, List<Object> conditions) {
        ListenerAction ending = Objects.requireNonNull(rule.ending());
        Map<String, Object> answer = AlbJson.ownAnswer(ending);
        if (answer == null) {
            List<Destination> all = destinations.of(rule, ending, true);
            Reached only = all.size() == 1 ? all.get(0).reached() : null;
            if (only != null && conditions.isEmpty() && rule.transforms().isEmpty()) {
                return backend(only.name(), only.port().getPort(), null);
            }
            Stickiness stickiness = ending.forwardConfig() == null
                    ? null
                    : ending.forwardConfig().targetGroupStickinessConfig();
            answer = all.isEmpty()
                    ? AlbJson.fixedResponse(new FixedResponse(null, "503", "text/plain"))
                    : AlbJson.forward(all, all.size() > 1 ? stickiness : null);
        }
        String name = names.unique(rule.name(), rule.name() + rule.node().pointer());
        annotations.put(P + "actions." + name, JsonPrinter.line(answer));
        if (!conditions.isEmpty()) {
            annotations.put(P + "conditions." + name, JsonPrinter.line(conditions));
        }
        if (!rule.transforms().isEmpty()) {
            annotations.put(P + "transforms." + name, JsonPrinter.line(AlbJson.transforms(rule.transforms())));
        }
        return backend(name, null, BackendRef.USE_ANNOTATION);
    }

    public static IngressBackend backend(String service, @Nullable Integer port, @Nullable String portName) {
        ServiceBackendPort servicePort = new ServiceBackendPort();
        servicePort.setNumber(port);
        servicePort.setName(portName);
        IngressServiceBackend target = new IngressServiceBackend();
        target.setName(service);
        target.setPort(servicePort);
        IngressBackend backend = new IngressBackend();
        backend.setService(target);
        return backend;
    }

    /** Writes the Ingress; one that has no rule and no default answers 404 to everything, as its listener does. */
    void write(String name, Map<String, String> settings) {
        settings.putAll(annotations);
        IngressBackend backend = defaultBackend;
        if (!any && backend == null) {
            backend = backend("default", null, BackendRef.USE_ANNOTATION);
            settings.put(
                    P + "actions.default",
                    JsonPrinter.line(AlbJson.fixedResponse(new FixedResponse(null, "404", "text/plain"))));
        }
        Ingress ingress = ingress(name, settings, bundle);
        ingress.getSpec().setIngressClassName("alb");
        ingress.getSpec().setDefaultBackend(backend);
        ingress.getSpec().setRules(paths.rules());
        bundle.add(ingress);
    }

    /** An Ingress without rules. */
    public static Ingress ingress(String name, Map<String, String> annotations, BundleToKubernetes bundle) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(bundle.names("Ingress").unique(Names.dnsLabel(name), name));
        metadata.setAnnotations(annotations);
        Ingress ingress = new Ingress();
        ingress.setMetadata(metadata);
        ingress.setSpec(new IngressSpec());
        return ingress;
    }
}
