package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.ecs.DynamicReference;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Expansions;
import io.github.ecs2k8s.options.TemplateValues;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;

/**
 * A variable whose value CloudFormation reads from a secret or parameter when it deploys → a variable that takes it from a
 * Secret or ConfigMap. Where it is a part of the value, a variable of its own comes before and is referred to, because
 * Kubernetes puts values together (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
 */
public final class DynamicReferences {

    private DynamicReferences() {}

    /**
     * The variables in place of one with dynamic references in its value; none when one of them cannot be read, which is
     * said.
     *
     * @param index where it stands in the container definition's environment
     */
    public static List<EnvVar> variables(KeyValuePair given, int index, ContainerToKubernetes context) {
        TemplateValues values = context.task().bundle().options().template();
        List<DynamicReference> references = DynamicReference.of(given.value(), values.region(), values.accountId());
        String after = DynamicReference.after(given.value());
        boolean whole = references.size() == 1 && references.get(0).before().isEmpty() && after.isEmpty();
        List<EnvVar> variables = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (DynamicReference reference : references) {
            SecretReference source = reference.reference();
            if (source == null) {
                sayUnknown(index, context);
                return List.of();
            }
            String name = whole ? given.name() : free(given.name(), variables.size() + 1, context);
            variables.add(Secrets.variable(name, source, reference.plain(), context, "environment", index, "value"));
            text.append(Expansions.escape(reference.before()))
                    .append("$(")
                    .append(name)
                    .append(')');
        }
        if (!whole) {
            EnvVar all = new EnvVar();
            all.setName(given.name());
            all.setValue(text.append(Expansions.escape(after)).toString());
            variables.add(all);
        }
        context.at("environment", index)
                .report(
                        FindingCode.DYNAMIC_REFERENCE,
                        "CloudFormation puts the value of " + given.name()
                                + " in when it deploys; the Pod takes it from "
                                + (references.stream().allMatch(DynamicReference::plain) ? "a ConfigMap" : "a Secret"));
        return variables;
    }

    private static void sayUnknown(int index, ContainerToKubernetes context) {
        context.at("environment", index, "value")
                .report(
                        FindingCode.UNRESOLVED_REFERENCE,
                        "CloudFormation puts a value in when it deploys; the text is written as it stands",
                        "write the value itself");
    }

    /** A name that no variable of the container has: {@code URL_1}. */
    private static String free(String name, int number, ContainerToKubernetes context) {
        String free = name + "_" + number;
        while (isTaken(free, context)) {
            free += "_";
        }
        return free;
    }

    private static boolean isTaken(String name, ContainerToKubernetes context) {
        return context.definition().environment().stream().anyMatch(other -> name.equals(other.name()))
                || context.definition().secrets().stream().anyMatch(other -> name.equals(other.name()));
    }
}
