package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressRuleValue;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hosts and paths of listener rules in the order of their priority ⇄ rules of an Ingress of the AWS Load Balancer
 * Controller, which reads them in this order again.
 *
 * <p>The trap: among the paths of one host it takes those of type Exact first, then those of type Prefix, the longest
 * first, and only those of type ImplementationSpecific as they are written
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/spec/). The telling types are
 * written where that leaves the order as it is, and the patterns as they are where it would not.
 */
public final class IngressPaths {
    private static final String EXACT = "Exact";
    private static final String PREFIX = "Prefix";
    private static final String AS_WRITTEN = "ImplementationSpecific";

    /** Paths of one host. */
    private record Host(@Nullable HostPattern name, List<Path> paths) {}

    /**
     * One path.
     *
     * @param pattern null where the backend's own conditions name the paths
     * @param whole whether the path itself goes with what is below it
     */
    private record Path(@Nullable PathPattern pattern, boolean whole, IngressBackend backend) {}

    private final List<Host> hosts = new ArrayList<>();

    /** Adds a rule: every host with every path. */
    void add(List<HostPattern> names, List<PathPattern> patterns, IngressBackend backend) {
        if (names.isEmpty()) {
            add((HostPattern) null, patterns, backend);
        }
        for (HostPattern name : names) {
            add(name, patterns, backend);
        }
    }

    private void add(@Nullable HostPattern name, List<PathPattern> patterns, IngressBackend backend) {
        List<Path> paths = host(name).paths();
        if (patterns.isEmpty()) {
            paths.add(new Path(PathPattern.parse("/*"), false, backend));
        }
        for (PathPattern pattern : patterns) {
            boolean belowIsThere = contains(patterns, PathPattern.Form.BELOW, pattern.path());
            if (pattern.form() != PathPattern.Form.EXACT || !belowIsThere) {
                boolean whole = pattern.form() == PathPattern.Form.BELOW
                        && contains(patterns, PathPattern.Form.EXACT, pattern.path());
                paths.add(new Path(pattern, whole, backend));
            }
        }
    }

    /** Adds a rule whose hosts and paths stand in the conditions of its backend. */
    void addConditional(List<HostPattern> names, IngressBackend backend) {
        if (names.isEmpty()) {
            host(null).paths().add(new Path(null, false, backend));
        }
        for (HostPattern name : names) {
            host(name).paths().add(new Path(null, false, backend));
        }
    }

    private static boolean contains(List<PathPattern> patterns, PathPattern.Form form, String path) {
        for (PathPattern pattern : patterns) {
            if (pattern.form() == form && pattern.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** The last place where a rule for a host may be added without passing one that could match the same request. */
    private Host host(@Nullable HostPattern name) {
        for (int i = hosts.size() - 1; i >= 0; i--) {
            HostPattern known = hosts.get(i).name();
            if (name == null ? known == null : name.equals(known)) {
                return hosts.get(i);
            }
            if (name == null || known == null || name.covers(known) || known.covers(name)) {
                break;
            }
        }
        Host added = new Host(name, new ArrayList<>());
        hosts.add(added);
        return added;
    }

    /** The rules of the Ingress. */
    List<IngressRule> rules() {
        List<IngressRule> rules = new ArrayList<>();
        for (Host host : hosts) {
            HTTPIngressRuleValue http = new HTTPIngressRuleValue();
            http.setPaths(paths(host.paths()));
            IngressRule rule = new IngressRule();
            rule.setHost(host.name() == null ? null : host.name().text());
            rule.setHttp(http);
            rules.add(rule);
        }
        return rules;
    }

    private static List<HTTPIngressPath> paths(List<Path> paths) {
        List<HTTPIngressPath> telling = new ArrayList<>();
        for (Path path : paths) {
            telling.add(telling(path));
        }
        if (keepsOrder(telling)) {
            return telling;
        }
        List<HTTPIngressPath> asWritten = new ArrayList<>();
        for (Path path : paths) {
            PathPattern pattern = path.pattern();
            if (pattern == null) {
                asWritten.add(path(null, AS_WRITTEN, path.backend()));
                continue;
            }
            if (path.whole()) {
                asWritten.add(path(pattern.path(), AS_WRITTEN, path.backend()));
            }
            asWritten.add(
                    path(pattern.form() == PathPattern.Form.ANY ? "/*" : pattern.text(), AS_WRITTEN, path.backend()));
        }
        return asWritten;
    }

    private static HTTPIngressPath telling(Path path) {
        PathPattern pattern = path.pattern();
        if (pattern == null) {
            return path(null, AS_WRITTEN, path.backend());
        }
        return switch (pattern.form()) {
            case ANY -> path("/", PREFIX, path.backend());
            case EXACT -> path(pattern.path(), EXACT, path.backend());
            case BELOW ->
                path.whole()
                        ? path(pattern.path(), PREFIX, path.backend())
                        : path(pattern.text(), AS_WRITTEN, path.backend());
            default -> path(pattern.text(), AS_WRITTEN, path.backend());
        };
    }

    private static HTTPIngressPath path(@Nullable String text, String type, IngressBackend backend) {
        HTTPIngressPath path = new HTTPIngressPath();
        path.setPath(text);
        path.setPathType(type);
        path.setBackend(backend);
        return path;
    }

    /** Whether the controller leaves the paths in their order. */
    private static boolean keepsOrder(List<HTTPIngressPath> paths) {
        for (int i = 1; i < paths.size(); i++) {
            HTTPIngressPath before = paths.get(i - 1);
            HTTPIngressPath path = paths.get(i);
            int rank = rank(path) - rank(before);
            boolean longer = path.getPathType().equals(PREFIX)
                    && before.getPathType().equals(PREFIX)
                    && path.getPath().length() > before.getPath().length();
            if (rank < 0 || longer) {
                return false;
            }
        }
        return true;
    }

    private static int rank(HTTPIngressPath path) {
        return switch (path.getPathType()) {
            case EXACT -> 0;
            case PREFIX -> 1;
            default -> 2;
        };
    }
}
