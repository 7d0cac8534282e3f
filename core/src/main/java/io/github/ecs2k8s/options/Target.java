package io.github.ecs2k8s.options;

import java.util.EnumSet;
import java.util.Set;

/**
 * The cluster the manifests are for; the best form it allows is chosen.
 *
 * @param platform where it runs
 * @param version its Kubernetes version; a form that needs a newer one falls back, with a finding
 * @param addons what is installed in it
 */
public record Target(Platform platform, KubernetesVersion version, Set<Addon> addons) {

    /** EKS with the default version and no add-ons. */
    public static final Target DEFAULT = new Target(Platform.EKS, KubernetesVersion.DEFAULT, Set.of());

    /** Copies the add-ons, in the enum's order. */
    public Target {
        EnumSet<Addon> copy = EnumSet.noneOf(Addon.class);
        copy.addAll(addons);
        addons = java.util.Collections.unmodifiableSet(copy);
    }

    /** Whether AWS annotations and drivers make sense there. */
    public boolean isEks() {
        return platform == Platform.EKS;
    }

    /** Whether an add-on is installed; the AWS Load Balancer Controller is taken to be on every EKS cluster. */
    public boolean has(Addon addon) {
        return addons.contains(addon) || (addon == Addon.AWS_LOAD_BALANCER_CONTROLLER && isEks());
    }
}
