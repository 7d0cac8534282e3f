package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.Nullable;

/** The name inside an ARN, which is what the two ways of referring to a resource have in common. */
public final class Arns {

    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final String[] NO_PARTS = {};

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

    /** The region of an ARN; null when the text is none, or names none. */
    public static @Nullable String region(@Nullable String arn) {
        return part(arn, REGION);
    }

    /** The account of an ARN; null when the text is none, or names none. */
    public static @Nullable String account(@Nullable String arn) {
        return part(arn, ACCOUNT);
    }

    private static @Nullable String part(@Nullable String arn, int index) {
        String[] parts = arn == null || !arn.startsWith("arn:") || arn.contains("${") ? NO_PARTS : arn.split(":", -1);
        return parts.length > ACCOUNT && !parts[index].isEmpty() ? parts[index] : null;
    }
}
