package io.github.ecs2k8s.ecs.resource;

/** The name inside an ARN, which is what the two ways of referring to a resource have in common. */
public final class Arns {

    private Arns() {}

    /**
     * The resource's name: {@code web} of {@code arn:aws:ecs:r:a:service/cluster/web}, and of
     * {@code arn:aws:elasticloadbalancing:r:a:targetgroup/web/0123}, whose last part is an id. What is no ARN is a name.
     */
    public static String name(String reference) {
        if (!reference.startsWith("arn:")) {
            return reference;
        }
        String[] parts = reference.substring(reference.lastIndexOf(':') + 1).split("/", -1);
        boolean idAtEnd = reference.contains(":elasticloadbalancing:") && parts.length > 2;
        return parts[idAtEnd ? parts.length - 2 : parts.length - 1];
    }
}
