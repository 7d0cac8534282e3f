package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbIngresses;
import io.github.ecs2k8s.internal.rooms.balancer.gateway.GatewayBalancers;
import io.github.ecs2k8s.internal.rooms.balancer.gateway.GatewayConfigurations;
import io.github.ecs2k8s.internal.rooms.balancer.gateway.Gateways;
import io.github.ecs2k8s.internal.rooms.balancer.ingress.IngressBalancers;
import io.github.ecs2k8s.internal.rooms.balancer.ingress.PlainIngresses;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.RuleFindings;
import io.github.ecs2k8s.internal.rooms.balancer.model.TestTraffic;
import io.github.ecs2k8s.internal.rooms.balancer.model.Topology;
import io.github.ecs2k8s.internal.rooms.balancer.network.BalancedServices;
import io.github.ecs2k8s.internal.rooms.balancer.network.NetworkServices;
import io.github.ecs2k8s.internal.rooms.balancer.network.ServiceFields;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ELB load balancer ⇄ Kubernetes Ingress, Gateway with HTTPRoutes, or Service of type LoadBalancer, for every load
 * balancer behind which a service of the input stands.
 *
 * <p>An application load balancer routes by rules: Ingress, or Gateway where the cluster has the Gateway API. A network
 * load balancer passes ports on: Service (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/,
 * https://kubernetes.io/docs/concepts/services-networking/ingress/). Its listeners and their rules, which have rooms of
 * their own to name their fields, are written here, because they end in the same objects.
 */
public final class LoadBalancers implements BundleCorrespondence {

    @Override
    public Term term() {
        return Term.LOAD_BALANCER;
    }

    @Override
    public List<OwnedField> ecs() {
        String annotations = "Ingress.metadata.annotations";
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.to("loadBalancer.LoadBalancerName", "Ingress.metadata.name"));
        owned.add(OwnedField.to("loadBalancer.Name", "Ingress.metadata.name"));
        owned.add(OwnedField.to("loadBalancer.Type", "Ingress", "application"));
        owned.add(OwnedField.to("loadBalancer.Scheme", annotations, "internet-facing"));
        owned.add(OwnedField.to("loadBalancer.IpAddressType", annotations, "ipv4"));
        owned.add(OwnedField.to("loadBalancer.LoadBalancerArn", annotations));
        for (String list : List.of("Subnets", "SecurityGroups")) {
            owned.add(OwnedField.to("loadBalancer." + list + "[]", annotations));
        }
        for (String list : List.of("SubnetMappings", "AvailabilityZones", "Tags", "LoadBalancerAttributes")) {
            owned.add(OwnedField.to("loadBalancer." + list + "[].**", annotations));
        }
        owned.add(OwnedField.to("loadBalancer.CustomerOwnedIpv4Pool", annotations));
        owned.add(OwnedField.to("loadBalancer.MinimumLoadBalancerCapacity.CapacityUnits", annotations));
        for (String note : List.of("DNSName", "CanonicalHostedZoneId", "CreatedTime", "VpcId")) {
            owned.add(OwnedField.nowhere("loadBalancer." + note));
        }
        owned.add(OwnedField.nowhere("loadBalancer.State.**"));
        owned.add(OwnedField.nowhere("loadBalancer.IpamPools.**"));
        for (String rare : LoadBalancerFindings.RARE) {
            owned.add(OwnedField.nowhere("loadBalancer." + rare));
        }
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>(ServiceFields.owned());
        owned.add(OwnedField.resolved("Ingress.metadata.annotations{}", "loadBalancer.LoadBalancerAttributes[].Value"));
        owned.add(OwnedField.resolved("Ingress.spec.ingressClassName", "loadBalancer.LoadBalancerName", "alb"));
        owned.add(OwnedField.resolved("IngressClass.spec.controller", "loadBalancer.Type"));
        owned.add(OwnedField.nowhere("IngressClass.spec.parameters.**"));
        owned.add(OwnedField.nowhere("IngressClass.metadata.annotations{}"));
        owned.add(OwnedField.resolved("Gateway.spec.gatewayClassName", "loadBalancer.Type"));
        owned.add(OwnedField.nowhere("Gateway.spec.addresses[].**"));
        owned.add(OwnedField.resolved("Gateway.spec.infrastructure.parametersRef.**", "loadBalancer"));
        owned.add(OwnedField.nowhere("Gateway.spec.infrastructure.labels{}"));
        owned.add(OwnedField.nowhere("Gateway.spec.infrastructure.annotations{}"));
        owned.addAll(GatewayConfigurations.owned());
        return owned;
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        Destinations destinations = new Destinations(context);
        for (Balancer balancer : Topology.of(context).balancers()) {
            List<Backend> behind = destinations.behind(balancer);
            if (behind.isEmpty()) {
                continue;
            }
            use(balancer, context);
            switch (balancer.kind()) {
                case NETWORK -> new NetworkServices(context, balancer).write();
                case GATEWAY -> gateway(balancer, context);
                case APPLICATION -> application(balancer, behind, context);
            }
        }
        UnreachedTargetGroups.say(context.as(Term.TARGET_GROUP));
        ReadinessGates.write(context.as(Term.TARGET_GROUP));
    }

    @Override
    public void toEcs(BundleToEcs context) {
        ServiceTargetGroups book = new ServiceTargetGroups(context);
        List<BalancerDraft> drafts = new ArrayList<>(new IngressBalancers(book).read());
        drafts.addAll(new GatewayBalancers(book).read());
        drafts.addAll(new BalancedServices(book).read());
        Map<BalancerDraft, List<String>> written = new LinkedHashMap<>();
        for (BalancerDraft draft : drafts) {
            book.sayGrpc(draft);
            written.put(draft, BalancerWriter.write(draft, book));
        }
        TaskGroups.write(written, book);
        ServiceFields.say(book);
    }

    private static void gateway(Balancer balancer, BundleToKubernetes context) {
        context.at(balancer.node())
                .report(
                        FindingCode.LOAD_BALANCER_GATEWAY,
                        "a Gateway Load Balancer passes packets to appliances; Kubernetes has nothing like it",
                        "keep the appliances on instances or on ECS");
        for (Entrance entrance : balancer.entrances()) {
            if (entrance.listener() != null && entrance.listener().node() != balancer.node()) {
                context.at(entrance.listener().node())
                        .report(
                                FindingCode.LOAD_BALANCER_GATEWAY,
                                "the listener is that of a Gateway Load Balancer; it is not written");
            }
            entrance.everything().forEach(rule -> RuleFindings.isWritable(rule, context));
        }
    }

    private static void application(Balancer balancer, List<Backend> behind, BundleToKubernetes context) {
        switch (HttpForm.of(context.target())) {
            case ALB -> new AlbIngresses(context, balancer, behind).write();
            case GATEWAY -> new Gateways(context, balancer, behind).write();
            case PLAIN -> new PlainIngresses(context, balancer, behind).write();
        }
    }

    /** Everything of the load balancer counts as translated; what is missing above its rules gets a finding. */
    private static void use(Balancer balancer, BundleToKubernetes context) {
        for (Entrance entrance : balancer.entrances()) {
            if (entrance.listener() != null) {
                context.use(entrance.listener());
                ListenerFindings.say(entrance.listener(), balancer, context.as(Term.LISTENER));
            }
            rules(entrance, context.as(Term.LISTENER_RULE));
            missing(entrance, balancer, context.as(Term.LISTENER));
        }
        Resource<LoadBalancer> resource = balancer.resource();
        if (resource != null) {
            context.use(resource);
            LoadBalancerFindings.say(resource, balancer, context);
        }
    }

    private static void rules(Entrance entrance, BundleToKubernetes context) {
        boolean taken = false;
        for (RoutingRule rule : entrance.everything()) {
            if (taken) {
                RuleFindings.sayNeverReached(rule, context);
            }
            taken |= rule.match().equals(RuleMatch.ALL);
            if (rule.isDefault()
                    && new Destinations(context)
                            .behind(rule).stream().anyMatch(backend -> TestTraffic.isShifted(backend.launch()))) {
                context.at(rule.node(), rule.actionsKey())
                        .report(
                                FindingCode.SAME_IN_ANOTHER_PLACE,
                                "ECS shifts the traffic of a rule, which is what would come back for this");
            }
            if (rule.resource() != null) {
                context.use(rule.resource());
            }
            ListenerFindings.say(rule, context);
        }
        repeated(entrance, context);
    }

    private static void repeated(Entrance entrance, BundleToKubernetes context) {
        for (RoutingRule rule : entrance.repeated()) {
            if (rule.resource() != null) {
                context.use(rule.resource());
                context.at(rule.node())
                        .report(FindingCode.LISTENER_FORWARD, "the default rule is what the listener says itself");
            }
        }
    }

    private static void missing(Entrance entrance, Balancer balancer, BundleToKubernetes context) {
        Resource<Listener> listener = entrance.listener();
        if (listener == null && !entrance.everything().isEmpty()) {
            RoutingRule first = entrance.everything().get(0);
            context.dangling(
                    ResourceKind.LISTENER,
                    entrance.reference(),
                    "its port, certificates and default, and all of its load balancer, are not written",
                    context.at(first.node(), "ListenerArn"));
        } else if (listener != null && balancer.resource() == null) {
            context.dangling(
                    ResourceKind.LOAD_BALANCER,
                    balancer.reference(),
                    "its scheme, subnets and groups are not written",
                    context.at(listener.node(), "LoadBalancerArn"));
        }
    }
}
