package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbIngresses;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbListeners;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbSettings;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AuthenticationActions;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.LoadBalancerNames;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.internal.rooms.balancer.target.TargetSettings;
import io.github.ecs2k8s.internal.write.LogicalIds;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ingresses → application load balancers: what {@link AlbIngresses} and {@link PlainIngresses} write, read back.
 *
 * <p>An Ingress of the AWS Load Balancer Controller listens on the ports it lists. Any other is served on 80, and on 443
 * where it has a certificate; ingress-nginx then sends what comes by HTTP to HTTPS unless told otherwise. An Ingress with
 * a class that is not known is taken to behave as with nginx.
 */
public final class IngressBalancers {
    private static final String P = Annotations.ALB_PREFIX;

    private final ServiceTargetGroups book;
    private final List<BalancerDraft> drafts = new ArrayList<>();

    public IngressBalancers(ServiceTargetGroups book) {
        this.book = book;
    }

    /** The load balancers of all Ingresses of the input. */
    public List<BalancerDraft> read() {
        Map<String, List<IngressSource>> groups = new TreeMap<>();
        for (LocatedObject located : book.context().manifests().of("Ingress")) {
            if (located.object() instanceof Ingress ingress && ingress.getSpec() != null) {
                book.context().use(located);
                IngressSource source = IngressSource.of(located, ingress, book);
                String key = source.isShared()
                        ? source.isAlb() + "/" + source.balancer()
                        : "/" + source.namespace() + "/" + source.name();
                groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(source);
            }
        }
        // As the controller does where nothing says an order; nothing else may depend on that of the documents.
        groups.values()
                .forEach(group -> group.sort(
                        Comparator.comparing((IngressSource source) -> source.namespace() + "/" + source.name())));
        groups.values().forEach(this::read);
        return drafts;
    }

    private void read(List<IngressSource> sources) {
        IngressSource first = sources.get(0);
        boolean named = first.isAlb() || sources.size() > 1;
        String shared = named ? first.balancer() : first.name();
        boolean own = shared.equals(first.name());
        BalancerDraft draft =
                new BalancerDraft(own ? LoadBalancerNames.of(first.located(), book.context()) : shared, false);
        if (first.isAlb()) {
            controlled(sources, draft);
        } else {
            if (sources.size() > 1) {
                sayShared(sources);
            }
            plain(sources, draft);
        }
        if (draft.doesSomething()) {
            drafts.add(draft);
        }
        for (IngressSource source : sources) {
            sayClass(source);
            UnusedIngressAnnotations.say(source);
            if (!draft.doesSomething()) {
                book.context()
                        .at(source.located().node())
                        .report(
                                FindingCode.BACKEND_MISSING,
                                "nothing behind Ingress " + source.name()
                                        + " is in the input; no load balancer is written",
                                "give its Services and what they select as further inputs");
            }
        }
    }

    private void sayClass(IngressSource source) {
        if (source.ingress().getSpec().getIngressClassName() != null
                && !source.className().equals("alb")) {
            book.context()
                    .at(source.located().node(), "spec", "ingressClassName")
                    .report(
                            FindingCode.ENTRANCE_CLASS,
                            "an application load balancer takes the place of the controller of class "
                                    + source.className());
        }
    }

    private void sayShared(List<IngressSource> sources) {
        for (IngressSource source : sources.subList(1, sources.size())) {
            book.context()
                    .at(source.located().node())
                    .report(
                            FindingCode.INGRESS_SHARED,
                            "Ingress " + source.name() + " shares the load balancer of "
                                    + sources.get(0).name() + ", as all of a class share their controller");
        }
    }

    /** As the AWS Load Balancer Controller does. */
    private void controlled(List<IngressSource> sources, BalancerDraft draft) {
        List<IngressSource> ordered = new ArrayList<>(sources);
        ordered.sort(Comparator.comparingInt(IngressSource::order));
        String redirect = null;
        for (IngressSource source : ordered) {
            AlbSettings.read(source.annotations(), draft, book.context());
            String to = source.annotations().take(P + "ssl-redirect");
            redirect = redirect == null ? to : redirect;
        }
        if (draft.scheme() == null) {
            draft.scheme("internal");
        }
        for (IngressSource source : ordered) {
            controlled(source, draft);
        }
        for (ListenerDraft listener : draft.listeners()) {
            if (redirect != null && !listener.isSecure()) {
                listener.routes().clear();
                listener.fallback(List.of(Route.toHttps(port(redirect), "HTTP_301")));
            }
        }
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 443;
        }
    }

    private void controlled(IngressSource source, BalancerDraft draft) {
        // Said of target groups, whether or not there are any.
        TargetSettings.of(null, source.annotations());
        IngressRoutes routes = new IngressRoutes(source, draft, book);
        List<IngressEntry> entries = routes.entries();
        ListenerAction fallback = fallback(source, routes);
        ListenerAction check = AuthenticationActions.read(source.annotations());
        boolean certificate = source.annotations().has(P + "certificate-arn");
        Map<Integer, String> ports = AlbListeners.ports(
                source.annotations(), certificate, !source.tls().isEmpty());
        for (Map.Entry<Integer, String> port : ports.entrySet()) {
            ListenerDraft listener = draft.listener(port.getValue(), port.getKey());
            AlbListeners.read(source.annotations(), listener);
            for (IngressEntry entry : entries) {
                if (entry.route().comesBackTo(listener.protocol(), listener.port())) {
                    // The controller leaves out what would lead to the listener again, and goes on with the next rule.
                    continue;
                }
                boolean checked = check != null && listener.isSecure();
                listener.add(checked && check != null ? entry.route().checkedBy(check) : entry.route());
            }
            if (fallback != null && listener.fallback() == null) {
                Route route = new Route(List.of(), List.of(fallback), List.of());
                sayLoop(route, listener, source);
                listener.fallback(
                        check != null && listener.isSecure()
                                ? route.checkedBy(check).actions()
                                : route.actions());
            }
            if (listener.isSecure() && !certificate) {
                sayCertificate(source, "the controller finds a certificate by the hosts; its ARN is asked for here");
            }
        }
    }

    /** What a listener does by default is not left out by the controller. */
    private void sayLoop(Route route, ListenerDraft listener, IngressSource source) {
        if (route.comesBackTo(listener.protocol(), listener.port())) {
            book.context()
                    .at(source.located().node(), "spec", "defaultBackend")
                    .report(
                            FindingCode.INVALID_VALUE,
                            "port " + listener.port() + " sends callers on to itself, for ever",
                            "make it a path of the rules, which is left out where it leads back, or set ssl-redirect");
        }
    }

    private void sayCertificate(IngressSource source, String why) {
        book.context()
                .at(source.located().node(), "spec", "tls")
                .report(
                        FindingCode.CERTIFICATE_ASKED,
                        why,
                        "aws acm request-certificate --validation-method DNS --domain-name HOST");
    }

    private @Nullable ListenerAction fallback(IngressSource source, IngressRoutes routes) {
        IngressBackend backend = source.ingress().getSpec().getDefaultBackend();
        return backend == null ? null : routes.action(backend, "spec", "defaultBackend");
    }

    /** As ingress controllers do that are one entrance for all. */
    private void plain(List<IngressSource> sources, BalancerDraft draft) {
        List<IngressEntry> entries = new ArrayList<>();
        ListenerAction fallback = null;
        Set<String> secrets = new LinkedHashSet<>();
        List<IngressSource> canaries = new ArrayList<>();
        for (IngressSource source : sources) {
            IngressRoutes routes = new IngressRoutes(source, draft, book);
            if (source.isNginx() && Canaries.read(source.annotations()) != null) {
                canaries.add(source);
                continue;
            }
            entries.addAll(routes.entries());
            ListenerAction own = fallback(source, routes);
            fallback = fallback == null ? own : fallback;
            draft.attributes(routes.balancer());
            source.tls().forEach(tls -> secrets.add(tls.getSecretName() == null ? "" : tls.getSecretName()));
        }
        canaries.forEach(canary -> join(canary, draft, entries));
        List<IngressEntry> preferred = IngressEntry.preferred(entries);
        boolean secure = preferred.stream().anyMatch(IngressEntry::secure) || !secrets.isEmpty();
        boolean allRedirected = secure && preferred.stream().allMatch(IngressEntry::redirected);
        ListenerDraft http = draft.listener("HTTP", 80);
        if (allRedirected) {
            http.fallback(List.of(Route.toHttps(443, "HTTP_301")));
        } else {
            serve(http, preferred, fallback);
        }
        if (secure) {
            ListenerDraft https = draft.listener("HTTPS", 443);
            certificates(sources, secrets, https);
            serve(https, preferred.stream().filter(IngressEntry::secure).toList(), fallback);
        }
    }

    private void join(IngressSource source, BalancerDraft draft, List<IngressEntry> entries) {
        Canaries canary = Canaries.read(source.annotations());
        if (canary != null && !canary.join(entries, new IngressRoutes(source, draft, book).entries())) {
            book.context()
                    .at(source.located().node())
                    .report(
                            FindingCode.INGRESS_ANNOTATION,
                            "no other Ingress has every host and path of the canary; it is left out there",
                            "give the main Ingress as a further input");
        }
    }

    private static void serve(ListenerDraft listener, List<IngressEntry> entries, @Nullable ListenerAction fallback) {
        if (fallback != null) {
            listener.fallback(List.of(fallback));
        }
        for (IngressEntry entry : entries) {
            boolean sentOn = entry.redirected() && !listener.isSecure();
            Route route = entry.route();
            listener.add(
                    sentOn ? new Route(route.conditions(), List.of(Route.toHttps(443, "HTTP_301")), List.of()) : route);
        }
    }

    /** Certificates in Secrets are none of AWS's: their ARNs are asked for. */
    private void certificates(List<IngressSource> sources, Set<String> secrets, ListenerDraft https) {
        for (String secret : secrets) {
            https.certificates().add("${" + (secrets.size() == 1 ? "" : LogicalIds.pascal(secret)) + "CertificateArn}");
        }
        for (IngressSource source : sources) {
            if (!source.tls().isEmpty()) {
                sayCertificate(source, "the certificate has to be in AWS Certificate Manager; its ARN is asked for");
            }
        }
    }
}
