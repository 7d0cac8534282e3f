package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a configuration's resources are.
 *
 * @param region null when not known
 * @param id the account's number, null when not known
 */
public record Account(@Nullable String region, @Nullable String id) {
    private static final int PARTS = 6;

    /** What the user says, else what data sources and ARNs say, as far as they agree. */
    public static Account of(List<TerraformResource> resources, TemplateValues known) {
        Set<String> regions = new TreeSet<>();
        Set<String> accounts = new TreeSet<>();
        for (TerraformResource resource : resources) {
            MappingNode values = resource.values();
            if (resource.data() && resource.type().equals("aws_caller_identity")) {
                add(Nodes.text(values.get("account_id")), accounts);
            } else if (resource.data() && resource.type().equals("aws_region")) {
                String region = Nodes.text(values.get("region"));
                add(region == null ? Nodes.text(values.get("name")) : region, regions);
            } else if (!resource.data() && values.get("arn") instanceof ScalarNode arn) {
                String[] parts = arn.text().split(":", PARTS);
                if (parts.length == PARTS && parts[0].equals("arn")) {
                    add(parts[3], regions);
                    add(parts[4], accounts);
                }
            }
        }
        return new Account(
                known.region() == null ? only(regions) : known.region(),
                known.accountId() == null ? only(accounts) : known.accountId());
    }

    private static void add(@Nullable String text, Set<String> all) {
        if (text != null && !text.isEmpty() && !text.equals("aws") && !text.contains("${")) {
            all.add(text);
        }
    }

    private static @Nullable String only(Set<String> all) {
        return all.size() == 1 ? all.iterator().next() : null;
    }

    /** What a word of the table stands for; null when it is not known. */
    @Nullable String word(String name) {
        return switch (name) {
            case "region" -> region;
            case "account" -> id;
            case "partition" -> isIn("cn-") ? "aws-cn" : isIn("us-gov-") ? "aws-us-gov" : "aws";
            case "suffix" -> isIn("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
            default -> null;
        };
    }

    private boolean isIn(String prefix) {
        return region != null && region.startsWith(prefix);
    }
}
