package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressRuleValue;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbRules;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostTable;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostTable.Choice;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Application load balancer ⇄ Ingress that says only what every ingress controller understands: hosts, paths, one Service
 * each (https://kubernetes.io/docs/concepts/services-networking/ingress/). What it cannot say is left out, never widened:
 * a rule without its header condition would send everybody where only some may go.
 */
public final class PlainIngresses {
    private final BundleToKubernetes bundle;
    private final Balancer balancer;
    private final List<Backend> backends;
    private final PlainRules rules;

    public PlainIngresses(BundleToKubernetes bundle, Balancer balancer, List<Backend> backends) {
        this.bundle = bundle;
        this.balancer = balancer;
        this.backends = backends;
        this.rules = new PlainRules(bundle.as(Term.LISTENER_RULE));
    }

    public void write() {
        MainEntrance main = MainEntrance.of(balancer, bundle.as(Term.LISTENER));
        List<RoutingRule> plain = new ArrayList<>();
        for (RoutingRule rule : main.entrance().rules()) {
            if (rules.isPlain(rule)) {
                plain.add(rules.sayable(rule));
            }
        }
        RoutingRule fallback = main.entrance().fallback();
        boolean hasDefault = fallback != null && !rules.isNothing(fallback) && rules.isPlain(fallback);
        boolean alone = main.entrance().rules().isEmpty();
        if (fallback != null && hasDefault && alone) {
            plain.add(fallback);
        }
        List<HostTable.Row> rows = HostTable.of(plain, bundle.as(Term.LISTENER_RULE));
        IngressBackend defaultBackend = fallback != null && hasDefault && !alone ? rules.backend(fallback) : null;
        LaunchToKubernetes defaultPlace = defaultBackend == null || fallback == null ? null : rules.place(fallback);
        for (LaunchToKubernetes place : places()) {
            boolean here = defaultPlace != null && sameNamespace(defaultPlace, place);
            write(main, rows, place, here ? defaultBackend : null, bundle.in(place.namespace()));
        }
    }

    private static boolean sameNamespace(LaunchToKubernetes one, LaunchToKubernetes other) {
        return Objects.equals(one.namespace(), other.namespace());
    }

    /** A launch in each namespace that has a Service behind the load balancer. */
    private List<LaunchToKubernetes> places() {
        List<LaunchToKubernetes> places = new ArrayList<>();
        for (Backend backend : backends) {
            if (places.stream().noneMatch(known -> sameNamespace(known, backend.launch()))) {
                places.add(backend.launch());
            }
        }
        return places;
    }

    private void write(
            MainEntrance main,
            List<HostTable.Row> rows,
            LaunchToKubernetes place,
            @Nullable IngressBackend defaultBackend,
            BundleToKubernetes there) {
        Map<String, String> annotations = new LinkedHashMap<>();
        List<IngressRule> written = new ArrayList<>();
        Set<String> hosts = new LinkedHashSet<>();
        for (HostTable.Row row : rows) {
            List<HTTPIngressPath> paths = paths(row, place);
            if (!paths.isEmpty()) {
                HTTPIngressRuleValue http = new HTTPIngressRuleValue();
                http.setPaths(paths);
                IngressRule rule = new IngressRule();
                if (row.host() != null) {
                    rule.setHost(row.host().text());
                    hosts.add(row.host().text());
                }
                rule.setHttp(http);
                written.add(rule);
            }
        }
        if (written.isEmpty() && defaultBackend == null) {
            return;
        }
        Ingress ingress = AlbRules.ingress(balancer.name(), annotations, there);
        ingress.getSpec().setDefaultBackend(defaultBackend);
        ingress.getSpec().setRules(written);
        if (main.secure()) {
            ingress.getSpec().setTls(List.of(tls(hosts)));
        }
        there.add(ingress);
        bundle.at(balancer.node(), "Type")
                .report(
                        FindingCode.INGRESS_CLASS,
                        "Ingress " + ingress.getMetadata().getName()
                                + " is left to the cluster's default ingress controller",
                        "set spec.ingressClassName where there is no default: kubectl get ingressclass");
    }

    private List<HTTPIngressPath> paths(HostTable.Row row, LaunchToKubernetes place) {
        List<HTTPIngressPath> paths = new ArrayList<>();
        for (Choice choice : row.choices()) {
            IngressBackend backend = rules.backend(choice.rule());
            LaunchToKubernetes home = rules.place(choice.rule());
            if (backend == null || home == null || !sameNamespace(home, place)) {
                continue;
            }
            PathPattern pattern = choice.pattern();
            HTTPIngressPath path = new HTTPIngressPath();
            path.setPath(pattern.path());
            path.setPathType(pattern.form() == PathPattern.Form.EXACT ? "Exact" : "Prefix");
            path.setBackend(backend);
            paths.add(path);
        }
        return paths;
    }

    private IngressTLS tls(Set<String> hosts) {
        String secret = Names.dnsLabel(balancer.name() + "-tls");
        IngressTLS tls = new IngressTLS();
        tls.setHosts(new ArrayList<>(hosts));
        tls.setSecretName(secret);
        for (Entrance entrance : balancer.entrances()) {
            if (entrance.isHttps() && entrance.listener() != null) {
                bundle.as(Term.LISTENER)
                        .at(entrance.listener().node(), "Certificates")
                        .report(
                                FindingCode.LISTENER_CERTIFICATE,
                                "certificates of AWS stay there; the Ingress takes its own from Secret " + secret,
                                "kubectl create secret tls " + secret
                                        + " --cert=… --key=…, or let cert-manager fill it");
            }
        }
        return tls;
    }
}
