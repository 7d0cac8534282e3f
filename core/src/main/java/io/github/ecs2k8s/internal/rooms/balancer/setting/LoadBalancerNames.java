package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Names;

/**
 * Names of load balancers: 32 characters at most, letters, digits and hyphens, and not beginning with {@code internal-}
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
 */
public final class LoadBalancerNames {
    private static final int LONGEST = 32;

    private LoadBalancerNames() {}

    /** A valid name, the same in every run. */
    public static String fit(String name) {
        String label = Names.dnsLabel(name, LONGEST);
        return label.startsWith("internal-") ? Names.dnsLabel("lb-" + label, LONGEST) : label;
    }

    /** The name of the object that a load balancer is made of, unless it is made of another of that name too. */
    public static String of(LocatedObject object, BundleToEcs context) {
        return context.uniqueName(object, LoadBalancerNames::isEntrance);
    }

    private static boolean isEntrance(HasMetadata object) {
        return object instanceof Ingress
                || object.getKind().equals("Gateway")
                || object instanceof Service service
                        && service.getSpec() != null
                        && "LoadBalancer".equals(service.getSpec().getType());
    }

    /** {@code Https} for {@code HTTPS}, {@code TcpUdp} for {@code TCP_UDP}. */
    public static String pascal(String protocol) {
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (char c : protocol.toCharArray()) {
            boolean letter = c >= 'A' && c <= 'Z';
            if (letter) {
                name.append(start ? c : Character.toLowerCase(c));
            }
            start = !letter;
        }
        return name.toString();
    }
}
