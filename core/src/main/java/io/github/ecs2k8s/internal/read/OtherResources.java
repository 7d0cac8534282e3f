package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.internal.terraform.aws.ProviderTypes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says once which resources of a Terraform configuration are not translated. */
final class OtherResources {
    /** What Terraform makes for itself only: names, passwords, waiting times. */
    private static final Pattern HELPERS = Pattern.compile("(random|null|time|tls|archive|local)_.*|terraform_data");

    private OtherResources() {}

    static void say(List<TerraformResource> resources, boolean anyTranslated, ReaderFindings said) {
        TerraformResource first = null;
        Map<String, Integer> counts = new TreeMap<>();
        for (TerraformResource resource : resources) {
            if (!resource.data()
                    && !ProviderTypes.isKnown(resource)
                    && !HELPERS.matcher(resource.type()).matches()) {
                counts.merge(resource.type(), 1, Integer::sum);
                first = first == null ? resource : first;
            }
        }
        say(first, counts, anyTranslated, said);
    }

    private static void say(
            @Nullable TerraformResource first,
            Map<String, Integer> counts,
            boolean anyTranslated,
            ReaderFindings said) {
        if (first == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((type, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(count)
                .append(' ')
                .append(type));
        said.at(
                first.values(),
                anyTranslated ? FindingCode.RESOURCES_LEFT_OUT : FindingCode.NOT_RECOGNISED,
                anyTranslated
                        ? "resources of other kinds are not translated: " + text
                        : "Terraform makes nothing of ECS or around it here; left out: " + text,
                null);
    }
}
