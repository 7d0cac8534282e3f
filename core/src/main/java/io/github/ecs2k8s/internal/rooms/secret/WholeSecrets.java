package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Secret;

/**
 * Kubernetes envFrom with a Secret → one ECS secret for each of its keys. Single variables win over whole Secrets, and of
 * two of those the later one
 * (https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/).
 */
public final class WholeSecrets {
    private WholeSecrets() {}

    static void add(Container from, List<Secret> secrets, ContainerToEcs context) {
        Map<String, Integer> places = new HashMap<>();
        List<Secret> single = List.copyOf(secrets);
        for (int i = 0; i < from.getEnvFrom().size(); i++) {
            EnvFromSource source = from.getEnvFrom().get(i);
            if (source.getSecretRef() == null || source.getSecretRef().getName() == null) {
                continue;
            }
            SecretOrigin origin = SecretOrigins.of(source.getSecretRef().getName(), context.pod());
            if (origin.keys().isEmpty()) {
                sayUnknown(source, i, context);
                continue;
            }
            int index = i;
            context.at("envFrom", i)
                    .report(
                            FindingCode.ENVIRONMENT_INLINED,
                            "each key of Secret " + source.getSecretRef().getName() + " is a secret of its own: "
                                    + String.join(", ", origin.keys()));
            for (String key : origin.keys()) {
                String name = (source.getPrefix() == null ? "" : source.getPrefix()) + key;
                boolean taken = context.environment().values().containsKey(name)
                        || single.stream().anyMatch(secret -> secret.name().equals(name));
                String valueFrom = taken
                        ? null
                        : origin.valueFrom(
                                key,
                                (code, message, hint) ->
                                        context.at("envFrom", index).report(code, message, hint));
                if (valueFrom != null) {
                    Secret secret =
                            Secret.builder().name(name).valueFrom(valueFrom).build();
                    Integer earlier = places.putIfAbsent(name, secrets.size());
                    if (earlier == null) {
                        secrets.add(secret);
                    } else {
                        secrets.set(earlier, secret);
                    }
                }
            }
        }
    }

    /** Whether a container has a variable of a Secret that it takes as a whole, or may have one of which only a cluster knows. */
    public static boolean gives(String variable, ContainerToEcs context) {
        for (EnvFromSource source : context.container().getEnvFrom()) {
            String prefix = source.getPrefix() == null ? "" : source.getPrefix();
            if (source.getSecretRef() == null
                    || source.getSecretRef().getName() == null
                    || !variable.startsWith(prefix)) {
                continue;
            }
            List<String> keys = SecretOrigins.of(source.getSecretRef().getName(), context.pod())
                    .keys();
            if (keys.isEmpty() ? isUsual(variable) : keys.contains(variable.substring(prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    /** A reference of this form is hardly a shell's {@code $(command)}. */
    private static boolean isUsual(String variable) {
        return variable.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
    }

    private static void sayUnknown(EnvFromSource source, int index, ContainerToEcs context) {
        String secret = source.getSecretRef().getName();
        boolean optional = Boolean.TRUE.equals(source.getSecretRef().getOptional());
        context.at("envFrom", index)
                .report(
                        optional ? FindingCode.OPTIONAL_SOURCE : FindingCode.ENVIRONMENT_SOURCE,
                        optional
                                ? "Secret " + secret + " is optional and not in the input; its variables are left out"
                                : "the keys of Secret " + secret + " are not in the input; its variables are left out",
                        optional ? null : "give a Secret with these keys as a further input; no value is read");
    }
}
