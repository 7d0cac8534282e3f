package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The listener whose rules a plain Ingress has: an ingress controller listens on 80 and 443 for all of them, so that other
 * ports, and other rules on another port, cannot be said.
 *
 * @param entrance the listener
 * @param secure whether one of its kind ends TLS
 */
record MainEntrance(Entrance entrance, boolean secure) {

    static MainEntrance of(Balancer balancer, BundleToKubernetes bundle) {
        Entrance main = choose(balancer);
        boolean secure = false;
        for (Entrance other : balancer.entrances()) {
            boolean usual = other.port() == null || other.port() == (other.isHttps() ? 443 : 80);
            if (other != main && other.redirectsTo() > 0) {
                say(
                        FindingCode.LISTENER_REDIRECT,
                        "a plain Ingress does not redirect; most ingress controllers do by themselves where it has a"
                                + " certificate",
                        other,
                        bundle);
            } else if (other != main && (!usual || !other.routesLike(main))) {
                say(
                        FindingCode.LISTENER_LEFT_OUT,
                        "an ingress controller listens on 80 and 443 with the same rules; the listener on port "
                                + other.port() + " is left out",
                        other,
                        bundle);
            } else {
                secure |= other.isHttps();
                if (!usual) {
                    say(
                            FindingCode.LISTENER_PORT,
                            "the Ingress is reached on the ports of its controller, not on " + other.port(),
                            other,
                            bundle,
                            "Port");
                }
            }
        }
        return new MainEntrance(main, secure);
    }

    private static void say(
            FindingCode code, String message, Entrance entrance, BundleToKubernetes bundle, Object... path) {
        if (entrance.listener() != null) {
            bundle.at(entrance.listener().node(), path).report(code, message);
        } else {
            bundle.at(entrance.everything().get(0).node()).report(code, message);
        }
    }

    /** The first that ends TLS on 443, else on any port, else the first on 80, else the first. */
    private static Entrance choose(Balancer balancer) {
        Entrance best = null;
        for (Entrance entrance : balancer.entrances()) {
            if (best == null || rank(entrance) > rank(best)) {
                best = entrance;
            }
        }
        return Objects.requireNonNull(best);
    }

    private static int rank(@Nullable Entrance entrance) {
        if (entrance == null || entrance.redirectsTo() > 0) {
            return 0;
        }
        boolean usual = Objects.equals(entrance.port(), entrance.isHttps() ? 443 : 80);
        return (entrance.isHttps() ? 2 : 1) + (usual ? 2 : 0);
    }
}
