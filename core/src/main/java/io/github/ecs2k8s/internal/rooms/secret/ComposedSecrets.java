package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodEnvironment;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Secret;

/**
 * A variable that the kubelet puts together from secrets, {@code postgres://shop:$(PASSWORD)@db} → a Secrets Manager secret
 * of its own that holds the whole value, because ECS puts none together
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/). Containers whose
 * values are put together in the same way from the same keys share one.
 */
final class ComposedSecrets {

    private ComposedSecrets() {}

    static Secret secret(String variable, PodEnvironment.Composed value, int index, ContainerToEcs context) {
        BundleToEcs all = context.pod().all();
        Set<String> parts = new LinkedHashSet<>();
        for (SecretKeySelector part : value.parts()) {
            parts.add(part.getName() + "/" + part.getKey());
        }
        String identity = context.pod().namespace() + " " + variable + " " + parts + " " + value.text();
        String first = value.parts().get(0).getName();
        String wanted = (first == null ? "" : first + "/") + variable.replaceAll("[^A-Za-z0-9/_+=.@-]", "-");
        String name = wanted;
        for (int n = 2; !identity.equals(all.shared("composed " + name, () -> identity)); n++) {
            name = wanted + "-" + n;
        }
        String free = name;
        String id = all.shared("composed " + identity, () -> create(free, variable, parts, all));
        context.at("env", index, "value")
                .report(
                        FindingCode.SECRET_TO_FILL,
                        "ECS puts no values together: " + variable + " is Secrets Manager secret " + name
                                + ", which holds all of it",
                        "aws secretsmanager put-secret-value --secret-id " + Shell.word(name) + " --secret-string "
                                + Shell.quoted(isPlain(value.text()) ? value.text() : "…"));
        return Secret.builder().name(variable).valueFrom("${" + id + "}").build();
    }

    private static String create(String name, String variable, Set<String> parts, BundleToEcs all) {
        String id = all.logicalId(name, SecretOrigins.suffix(name, ""));
        String description = "Value of " + variable + ", with " + String.join(", ", parts) + " in it";
        all.add(ResourceKind.SECRET, SecretsToFill.describe(name, description), id);
        return id;
    }

    /** Whether a text can stand in single quotes in one line. */
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c == '\'' || c < ' ');
    }
}
