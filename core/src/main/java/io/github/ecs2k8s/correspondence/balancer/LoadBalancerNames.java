package io.github.ecs2k8s.correspondence.balancer;

import io.github.ecs2k8s.kubernetes.Names;

/**
 * Names of load balancers: 32 characters at most, letters, digits and hyphens, and not beginning with {@code internal-}
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
 */
final class LoadBalancerNames {
    private static final int LONGEST = 32;

    private LoadBalancerNames() {}

    /** A valid name, the same in every run. */
    static String fit(String name) {
        String label = Names.dnsLabel(name, LONGEST);
        return label.startsWith("internal-") ? Names.dnsLabel("lb-" + label, LONGEST) : label;
    }

    /** {@code Https} for {@code HTTPS}, {@code TcpUdp} for {@code TCP_UDP}. */
    static String pascal(String protocol) {
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
