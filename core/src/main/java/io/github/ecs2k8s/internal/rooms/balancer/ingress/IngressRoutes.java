package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbActions;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbRules;
import io.github.ecs2k8s.internal.rooms.balancer.alb.IngressPaths;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RouteMerge;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import io.github.ecs2k8s.internal.rooms.balancer.setting.AnnotationJson;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rules of an Ingress → listener rules: what {@link AlbRules}, {@link IngressPaths} and {@link PlainRules} write, read
 * back.
 *
 * <p>Type Prefix takes in the path itself and what is below it, which are two patterns; a path by itself is compared
 * whole (https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types).
 */
final class IngressRoutes {
    private static final String P = Annotations.ALB_PREFIX;

    /** What a regular expression begins with that Kong is to read as one. */
    private static final String KONG_REGEX = "/~";

    private final IngressSource source;
    private final BalancerDraft balancer;
    private final ServiceTargetGroups book;
    private final NginxAnnotations nginx;

    IngressRoutes(IngressSource source, BalancerDraft balancer, ServiceTargetGroups book) {
        this.source = source;
        this.balancer = balancer;
        this.book = book;
        this.nginx = NginxAnnotations.read(source);
    }

    /** The entries, in the order of the text, but for what the AWS Load Balancer Controller sorts. */
    List<IngressEntry> entries() {
        List<IngressEntry> entries = new ArrayList<>();
        List<IngressRule> rules = source.ingress().getSpec().getRules();
        for (int i = 0; i < (rules == null ? 0 : rules.size()); i++) {
            List<IngressEntry> ofRule = entries(rules.get(i), i);
            entries.addAll(source.isAlb() ? IngressEntry.asTheControllerDoes(ofRule) : ofRule);
        }
        return entries;
    }

    private List<IngressEntry> entries(IngressRule rule, int index) {
        List<IngressEntry> entries = new ArrayList<>();
        String host = rule.getHost() == null || rule.getHost().isEmpty() ? null : rule.getHost();
        if (host != null && host.startsWith("*.") && !source.isAlb()) {
            find(
                    FindingCode.LISTENER_HOST,
                    host + " matches one label before the domain, in ELB any number",
                    null,
                    "spec",
                    "rules",
                    index,
                    "host");
        }
        boolean secure = !source.isAlb() && isSecure(host);
        List<HTTPIngressPath> paths =
                rule.getHttp() == null ? List.of() : rule.getHttp().getPaths();
        for (int j = 0; j < paths.size(); j++) {
            Object[] place = {"spec", "rules", index, "http", "paths", j};
            Route route = route(host, paths.get(j), place);
            if (route != null) {
                entries.add(new IngressEntry(
                        host, type(paths.get(j)), paths.get(j).getPath(), route, secure, secure && nginx.redirects()));
            }
        }
        Route root = nginx.root(host);
        if (root != null) {
            entries.add(new IngressEntry(host, "Exact", "/", root, secure, secure && nginx.redirects()));
        }
        if (paths.isEmpty() && host != null) {
            find(
                    FindingCode.BACKEND_MISSING,
                    "the rule for " + host + " names no path; its requests go to the default backend",
                    null,
                    "spec",
                    "rules",
                    index,
                    "host");
        }
        return entries;
    }

    /** Whether the Ingress has a certificate for a host. */
    private boolean isSecure(@Nullable String host) {
        for (IngressTLS tls : source.tls()) {
            List<String> hosts = tls.getHosts();
            if (hosts == null || hosts.isEmpty() || host == null) {
                return true;
            }
            for (String covered : hosts) {
                boolean wildcard = covered.startsWith("*.") && host.endsWith(covered.substring(1));
                if (covered.equalsIgnoreCase(host) || wildcard) {
                    return true;
                }
            }
        }
        return nginx.tls();
    }

    private static String type(HTTPIngressPath path) {
        return path.getPathType() == null ? "ImplementationSpecific" : path.getPathType();
    }

    private @Nullable Route route(@Nullable String host, HTTPIngressPath path, Object[] place) {
        List<RuleCondition> conditions = new ArrayList<>();
        List<String> hosts = host == null ? List.of() : List.of(host.toLowerCase(Locale.ROOT));
        List<String> patterns = new ArrayList<>();
        List<String> regexes = new ArrayList<>();
        patterns(path, patterns, regexes, place);
        List<RuleCondition> more = conditions(path.getBackend());
        merge(RuleMatch.HOST, hosts, List.of(), more, conditions);
        merge(RuleMatch.PATH, patterns, regexes, more, conditions);
        boolean annotated = !more.isEmpty() || !nginx.conditions().isEmpty();
        conditions.addAll(more);
        conditions.addAll(nginx.conditions());
        if (conditions.size() > RouteMerge.MOST_VALUES) {
            find(
                    FindingCode.INVALID_VALUE,
                    "the path has " + conditions.size() + " conditions with one value at least each; ELB takes "
                            + RouteMerge.MOST_VALUES + " values in a rule",
                    "let the service itself look at what is left",
                    place);
        }
        if (conditions.isEmpty()) {
            // What a listener does with everything else is no rule.
            resolve(place, "path");
            resolve(place, "pathType");
        }
        ListenerAction action = action(path.getBackend(), place);
        List<RuleTransform> transforms = transforms(path, patterns);
        if (annotated || !transforms.isEmpty()) {
            // Such a rule comes back with annotations, which say themselves what it compares.
            resolve(place, "pathType");
        }
        return action == null ? null : new Route(conditions, List.of(action), transforms);
    }

    /** One condition of hosts and one of paths, with what the annotation adds to each. */
    private static void merge(
            String field,
            List<String> values,
            List<String> regexes,
            List<RuleCondition> more,
            List<RuleCondition> conditions) {
        List<String> allValues = new ArrayList<>(values);
        List<String> allRegexes = new ArrayList<>(regexes);
        for (RuleCondition condition : new ArrayList<>(more)) {
            if (field.equals(condition.field())) {
                more.remove(condition);
                if (condition.hostHeaderConfig() != null) {
                    allValues.addAll(condition.hostHeaderConfig().values());
                    allRegexes.addAll(condition.hostHeaderConfig().regexValues());
                } else if (condition.pathPatternConfig() != null) {
                    allValues.addAll(condition.pathPatternConfig().values());
                    allRegexes.addAll(condition.pathPatternConfig().regexValues());
                }
            }
        }
        if (!allValues.isEmpty() || !allRegexes.isEmpty()) {
            conditions.add(
                    field.equals(RuleMatch.HOST)
                            ? RuleConditions.host(allValues, allRegexes)
                            : RuleConditions.path(allValues, allRegexes));
        }
    }

    private void patterns(HTTPIngressPath path, List<String> patterns, List<String> regexes, Object[] place) {
        String text = path.getPath();
        String type = type(path);
        if (text == null || text.isEmpty() || (text.equals("/*") && source.isAlb())) {
            return;
        }
        if (type.equals("Exact")) {
            patterns.add(text);
        } else if (isRegex(path)) {
            String regex = text.startsWith(KONG_REGEX) ? text.substring(KONG_REGEX.length()) : text;
            regexes.add("^" + regex);
            find(
                    FindingCode.INGRESS_PATH,
                    nginx.isSaidRegex(text)
                            ? text + " is a regular expression; nginx compares without case, ELB with it"
                            : text + " is read as a regular expression; ELB compares with case",
                    null,
                    with(place, "path"));
            resolve(place, "pathType");
        } else if (!type.equals("Prefix") && text.endsWith("/*")) {
            if (text.length() > 2) {
                patterns.add(text);
            }
        } else if (type.equals("Prefix") || !source.isAlb()) {
            patterns.addAll(PathPattern.below(text));
            if (!type.equals("Prefix") && text.length() > 1) {
                find(
                        FindingCode.INGRESS_PATH,
                        text + " is read as type Prefix: itself and everything below it",
                        null,
                        with(place, "pathType"));
            }
        } else {
            patterns.add(text);
        }
    }

    /** What a path of type ImplementationSpecific is, its form says where the controller is not that of AWS. */
    private boolean isRegex(HTTPIngressPath path) {
        boolean free = type(path).equals("ImplementationSpecific") && !source.isAlb();
        String text = String.valueOf(path.getPath());
        return nginx.isRegex(text, free) || free && text.startsWith(KONG_REGEX);
    }

    private List<RuleCondition> conditions(@Nullable IngressBackend backend) {
        String name = backend == null || backend.getService() == null
                ? null
                : backend.getService().getName();
        if (name == null || !source.isAlb()) {
            return new ArrayList<>();
        }
        String key = P + "conditions." + name;
        String json = source.annotations().take(key);
        Node tree = AnnotationJson.parse(json);
        if (json != null && !(tree instanceof SequenceNode)) {
            sayCondition("the annotation is no list of conditions", key);
        }
        for (Node item : JsonTree.items(tree)) {
            String fault = AlbActions.fault(item);
            if (fault != null) {
                sayCondition(fault, key);
            }
        }
        return new ArrayList<>(AlbActions.conditions(tree));
    }

    private void sayCondition(String fault, String key) {
        find(
                FindingCode.INVALID_VALUE,
                fault + "; without it the rule takes more requests than were meant",
                "the fields are host-header, path-pattern, http-header, http-request-method, query-string and source-ip,"
                        + " each with its own configuration and values",
                "metadata",
                "annotations",
                key);
    }

    private List<RuleTransform> transforms(HTTPIngressPath path, List<String> patterns) {
        String name = path.getBackend() == null || path.getBackend().getService() == null
                ? null
                : path.getBackend().getService().getName();
        if (source.isAlb()) {
            return name == null
                    ? List.of()
                    : AlbActions.transforms(
                            AnnotationJson.parse(source.annotations().take(P + "transforms." + name)));
        }
        return nginx.transforms(path.getPath(), type(path).equals("ImplementationSpecific"));
    }

    /** Attributes of the load balancer. */
    java.util.Map<String, String> balancer() {
        return nginx.balancer();
    }

    /** What is done with requests for a backend. */
    @Nullable ListenerAction action(@Nullable IngressBackend backend, Object... place) {
        if (backend == null || backend.getService() == null) {
            find(
                    FindingCode.BACKEND_MISSING,
                    "the backend is no Service; what leads there is answered 503",
                    "let a Service stand before it",
                    place);
            return Route.answer("503");
        }
        ServiceBackendPort port = backend.getService().getPort();
        String name = backend.getService().getName();
        if (name == null || name.isEmpty() || port == null || (port.getName() == null && port.getNumber() == null)) {
            find(
                    FindingCode.BACKEND_MISSING,
                    "the backend does not name a Service and its port; what leads there is answered 503",
                    null,
                    place);
            return Route.answer("503");
        }
        if (BackendRef.USE_ANNOTATION.equals(port.getName())) {
            return annotated(name, place);
        }
        String wanted = port.getName() != null ? port.getName() : String.valueOf(port.getNumber());
        if (nginx.instead() != null) {
            return nginx.instead();
        }
        String target = target(name, wanted, place);
        return target == null ? Route.answer("503") : Route.forward(target);
    }

    private @Nullable String target(String name, @Nullable String port, Object... place) {
        BackendRef ref = new BackendRef(
                name, source.namespace(), port, source.located().node().nearest(place));
        return book.target(balancer, ref, source.isAlb() ? source.annotations() : null, nginx.settings());
    }

    private @Nullable ListenerAction annotated(String name, Object... place) {
        String key = P + "actions." + name;
        Node tree = AnnotationJson.parse(source.annotations().take(key));
        if (tree == null && name.equals("ssl-redirect")) {
            return null;
        }
        if (tree == null && book.context().manifests().find("Service", name, source.namespace()) != null) {
            // Argo Rollouts writes the action of its Service itself.
            String target = target(name, null, place);
            return target == null ? Route.answer("503") : Route.forward(target);
        }
        ListenerAction action =
                AlbActions.action(tree, (service, port) -> target(service, port, "metadata", "annotations", key));
        if (action == null) {
            find(
                    FindingCode.INVALID_VALUE,
                    "annotation " + key + " does not say what to do; the rule is left out",
                    null,
                    place);
        }
        return action;
    }

    private static Object[] with(Object[] place, String member) {
        Object[] longer = java.util.Arrays.copyOf(place, place.length + 1);
        longer[place.length] = member;
        return longer;
    }

    private void resolve(Object[] place, String member) {
        book.context().at(source.located().node(), with(place, member)).resolved();
    }

    private void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        book.context().at(source.located().node(), path).report(code, message, hint);
    }
}
