package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The partition that everything belongs to, as ARNs, registries and regions in the parts tell. */
public final class KnownPartition {
    private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):");
    private static final Pattern REGISTRY = Pattern.compile("\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]+)\\.");

    private KnownPartition() {}

    /** The partition of some parts: another than the commercial one where a text says so, because no two are mixed. */
    public static Partition of(Parts parts) {
        List<Partition> found = new ArrayList<>();
        for (Part part : parts.all()) {
            PlainTexts.change(part.members(), (text, place) -> {
                Partition partition = of(text, place.key());
                if (partition != Partition.COMMERCIAL) {
                    found.add(partition);
                }
                return text;
            });
        }
        return found.isEmpty() ? Partition.COMMERCIAL : found.get(0);
    }

    private static Partition of(String text, String key) {
        Matcher arn = ARN.matcher(text);
        if (arn.find()) {
            return Partition.ofId(arn.group(1));
        }
        Matcher registry = REGISTRY.matcher(text);
        if (registry.find()) {
            return Partition.ofRegion(registry.group(1));
        }
        return key.equals("awslogs-region") ? Partition.ofRegion(text) : Partition.COMMERCIAL;
    }
}
