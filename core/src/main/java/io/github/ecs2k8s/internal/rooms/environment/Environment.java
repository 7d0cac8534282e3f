package io.github.ecs2k8s.internal.rooms.environment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.ecs.DynamicReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.command.ExpandedWords;
import io.github.ecs2k8s.internal.rooms.secret.DynamicReferences;
import io.github.ecs2k8s.kubernetes.Expansions;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;

/**
 * ECS environment ⇄ Kubernetes env: order kept, {@code $(X)} escaped because only Kubernetes expands it, the last of a
 * name given twice.
 *
 * <p>Kubernetes takes any printable name from 1.34 on, before that letters, digits, {@code -}, {@code _} and {@code .}
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/taskdef-envfiles.html).
 */
public final class Environment implements ContainerCorrespondence {
    private static final int RELAXED_NAMES = 34;

    @Override
    public Term term() {
        return Term.ENVIRONMENT;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].environment[].name", "pod.spec.containers[].env[].name"),
                OwnedField.to("containerDefinitions[].environment[].value", "pod.spec.containers[].env[].value", ""));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String source = "pod.spec.containers[].env[].valueFrom.";
        return List.of(
                OwnedField.to("pod.spec.containers[].env[].name", "containerDefinitions[].environment[].name"),
                OwnedField.to("pod.spec.containers[].env[].value", "containerDefinitions[].environment[].value", ""),
                OwnedField.to(source + "fieldRef.fieldPath", "containerDefinitions[].environment[].value"),
                OwnedField.nowhere(source + "fieldRef.apiVersion", "v1"),
                OwnedField.to(source + "resourceFieldRef.**", "containerDefinitions[].environment[].value"),
                OwnedField.nowhere(source + "fileKeyRef.**"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        List<KeyValuePair> all = from.environment();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).name();
            if (name == null) {
                context.at("environment", i)
                        .report(FindingCode.ENVIRONMENT_NAME, "a variable without a name is left out", "add \"name\"");
            } else if (isRepeated(name, i, all)) {
                context.at("environment", i)
                        .report(FindingCode.ENVIRONMENT_REPEATED, name + " is given again below; the last one counts");
            } else if (isAllowed(name, context)) {
                List<EnvVar> dynamic = all.get(i).value() != null
                                && DynamicReference.isIn(all.get(i).value())
                        ? DynamicReferences.variables(all.get(i), i, context)
                        : List.of();
                if (!dynamic.isEmpty()) {
                    to.getEnv().addAll(dynamic);
                    continue;
                }
                to.getEnv().add(variable(name, all.get(i).value()));
                remark(name, all.get(i).value(), i, context);
            } else {
                context.at("environment", i)
                        .report(
                                FindingCode.ENVIRONMENT_NAME,
                                "\"" + name + "\" is no name for a variable in Kubernetes; it is left out",
                                "rename it, in the program too");
            }
        }
    }

    private static boolean isRepeated(String name, int index, List<KeyValuePair> all) {
        for (int i = index + 1; i < all.size(); i++) {
            if (name.equals(all.get(i).name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAllowed(String name, ContainerToKubernetes context) {
        return context.target().version().atLeast(RELAXED_NAMES) ? Names.isRelaxedEnvName(name) : Names.isEnvName(name);
    }

    private static EnvVar variable(String name, @Nullable String value) {
        EnvVar variable = new EnvVar();
        variable.setName(name);
        variable.setValue(value == null ? "" : Expansions.escape(value));
        return variable;
    }

    /** A credential in plain text stays one: the manifest is read by more people than the task definition was. */
    private static void remark(String name, @Nullable String value, int index, ContainerToKubernetes context) {
        if (!PlainCredentials.looksLikeOne(name, value)) {
            return;
        }
        context.at("environment", index, "value")
                .report(
                        FindingCode.PLAIN_CREDENTIAL,
                        name + " looks like a credential; it stands in the manifest in plain text, as it does here",
                        "keep it in Secrets Manager and name it under \"secrets\"");
    }

    private static void remark(EnvVar variable, int index, ContainerToEcs context) {
        String value = variable.getValue();
        if (value != null && !value.contains("$(") && PlainCredentials.looksLikeOne(variable.getName(), value)) {
            PlainCredentials.report(variable.getName(), context.at("env", index, "value"));
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        List<KeyValuePair> variables = new ArrayList<>();
        context.environment()
                .values()
                .forEach((name, value) -> variables.add(
                        KeyValuePair.builder().name(name).value(value).build()));
        if (!variables.isEmpty()) {
            to.environment(variables);
        }
        for (int i = 0; i < from.getEnv().size(); i++) {
            EnvVar variable = from.getEnv().get(i);
            if (variable.getValueFrom() == null) {
                if (context.environment().composed().containsKey(variable.getName())) {
                    continue;
                }
                sayOpen(variable.getValue(), context, "env", i);
                remark(variable, i, context);
                sayExpanded(variable, i, context);
            } else if (context.environment().value(variable.getValueFrom()) != null) {
                context.at("env", i, "valueFrom")
                        .report(
                                FindingCode.ENVIRONMENT_INLINED,
                                variable.getName() + " is written with the value it has in the input");
                String value = context.environment().value(variable.getValueFrom());
                if (PlainCredentials.looksLikeOne(variable.getName(), value)) {
                    PlainCredentials.report(variable.getName(), context.at("env", i, "valueFrom"));
                }
            }
        }
    }

    private static void sayExpanded(EnvVar variable, int index, ContainerToEcs context) {
        String given = variable.getValue();
        String value = context.environment().values().get(variable.getName());
        if (given != null && value != null && given.indexOf("$(") >= 0 && !value.equals(Expansions.unescape(given))) {
            context.at("env", index, "value")
                    .report(
                            FindingCode.ENVIRONMENT_INLINED,
                            "references are written with the values they have in the input");
        }
    }

    /** A reference to what only the running container knows stays text; says so. */
    private static void sayOpen(@Nullable String value, ContainerToEcs context, Object... path) {
        if (value == null) {
            return;
        }
        Expansions.expand(value, name -> {
            if (context.environment().isOpen(name)) {
                ExpandedWords.sayOpen(name, "put the value together in the entry point: sh -c", context, path);
            }
            return null;
        });
    }
}
