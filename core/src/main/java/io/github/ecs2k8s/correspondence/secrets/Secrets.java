package io.github.ecs2k8s.correspondence.secrets;

import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.translation.ContainerContext;
import io.github.ecs2k8s.translation.ContainerCorrespondence;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.PodContainerContext;
import io.github.ecs2k8s.translation.SecretDemands;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Secret;

/**
 * ECS secrets ⇄ Kubernetes env with a secretKeyRef, one Secret per Secrets Manager secret or parameter.
 *
 * <p>The key is the JSON key, or the variable's name for a whole value. A parameter whose type is known to be plain
 * becomes a ConfigMap; an unknown type counts as secret
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html,
 * https://kubernetes.io/docs/concepts/configuration/secret/). What the Secret looks like is {@link SecretObjects}' matter.
 */
public final class Secrets implements ContainerCorrespondence {

    @Override
    public Term term() {
        return Term.SECRET;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].secrets[].name", "pod.spec.containers[].env[].name"),
                OwnedField.to(
                        "containerDefinitions[].secrets[].valueFrom",
                        "pod.spec.containers[].env[].valueFrom.secretKeyRef"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String env = "pod.spec.containers[].env[].valueFrom.";
        String valueFrom = "containerDefinitions[].secrets[].valueFrom";
        return List.of(
                OwnedField.to(env + "secretKeyRef.name", valueFrom),
                OwnedField.to(env + "secretKeyRef.key", valueFrom),
                OwnedField.to(env + "configMapKeyRef.name", valueFrom),
                OwnedField.nowhere(env + "secretKeyRef.optional", "false"),
                OwnedField.to(env + "configMapKeyRef.key", valueFrom),
                OwnedField.nowhere(env + "configMapKeyRef.optional", "false"),
                OwnedField.to("pod.spec.containers[].envFrom[].secretRef.name", valueFrom),
                OwnedField.nowhere("pod.spec.containers[].envFrom[].secretRef.optional", "false"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerContext context) {
        for (int i = 0; i < from.secrets().size(); i++) {
            Secret secret = from.secrets().get(i);
            SecretReference reference = secret.valueFrom() == null ? null : SecretReference.parse(secret.valueFrom());
            if (secret.name() == null || reference == null) {
                context.find(
                        FindingCode.SECRET_REFERENCE,
                        "neither a Secrets Manager secret nor a parameter; the variable is left out",
                        "valueFrom is arn:aws:secretsmanager:…:secret:NAME-xxxxxx, arn:aws:ssm:…:parameter/NAME, or a"
                                + " parameter's name",
                        "secrets",
                        i);
                continue;
            }
            if (isRepeated(secret.name(), i, from)) {
                context.find(
                        FindingCode.ENVIRONMENT_REPEATED,
                        secret.name() + " is given again below; the last one counts",
                        null,
                        "secrets",
                        i);
                continue;
            }
            replace(secret.name(), from, to, context);
            to.getEnv().add(variable(secret.name(), reference, i, context));
        }
    }

    private static boolean isRepeated(String name, int index, ContainerDefinition from) {
        for (int i = index + 1; i < from.secrets().size(); i++) {
            if (name.equals(from.secrets().get(i).name())) {
                return true;
            }
        }
        return false;
    }

    /** A secret wins over a plain value of the same name. */
    private static void replace(String name, ContainerDefinition from, Container to, ContainerContext context) {
        if (!to.getEnv().removeIf(variable -> name.equals(variable.getName()))) {
            return;
        }
        for (int i = 0; i < from.environment().size(); i++) {
            if (name.equals(from.environment().get(i).name())) {
                context.find(
                        FindingCode.ENVIRONMENT_REPEATED,
                        name + " is also given as a secret, which counts",
                        null,
                        "environment",
                        i);
            }
        }
    }

    private static EnvVar variable(String name, SecretReference reference, int index, ContainerContext context) {
        boolean plain = isPlainParameter(reference, context);
        SecretDemands demands = context.task().bundle().secrets();
        SecretDemands.Demand demand = plain ? demands.of(reference, SecretDemands.CONFIG_MAP) : demands.of(reference);
        demand.firstAskedAt(
                context.task().node(), "containerDefinitions", context.index(), "secrets", index, "valueFrom");
        String key = demand.key(name, reference);
        if (!plain && context.target().has(Addon.SECRETS_STORE_CSI)) {
            SecretProviderClasses.mount(demand.name(), context);
        }
        EnvVar variable = new EnvVar();
        variable.setName(name);
        variable.setValueFrom(source(plain, demand.name(), key));
        return variable;
    }

    /** Plain only when somebody said so: an unknown type is never weakened. */
    private static boolean isPlainParameter(SecretReference reference, ContainerContext context) {
        String type = SecretObjects.parameterType(reference, context.task().bundle());
        return "String".equals(type) || "StringList".equals(type);
    }

    private static EnvVarSource source(boolean plain, String name, String key) {
        EnvVarSource source = new EnvVarSource();
        if (plain) {
            ConfigMapKeySelector selector = new ConfigMapKeySelector();
            selector.setName(name);
            selector.setKey(key);
            source.setConfigMapKeyRef(selector);
        } else {
            SecretKeySelector selector = new SecretKeySelector();
            selector.setName(name);
            selector.setKey(key);
            source.setSecretKeyRef(selector);
        }
        return source;
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, PodContainerContext context) {
        List<Secret> secrets = new ArrayList<>();
        for (int i = 0; i < from.getEnv().size(); i++) {
            EnvVar variable = from.getEnv().get(i);
            if (variable.getValueFrom() == null || context.environment().value(variable.getValueFrom()) != null) {
                continue;
            }
            String valueFrom = valueFrom(variable.getValueFrom(), context);
            if (valueFrom == null && variable.getValueFrom().getSecretKeyRef() != null) {
                valueFrom = parameter(
                        variable.getValueFrom().getSecretKeyRef().getName(),
                        variable.getValueFrom().getSecretKeyRef().getKey());
                sayParameter(variable.getName(), valueFrom, context, "env", i);
            }
            if (valueFrom == null) {
                context.find(
                        FindingCode.ENVIRONMENT_SOURCE,
                        variable.getName() + " comes from where ECS cannot look; it is left out",
                        wayOut(variable.getValueFrom()),
                        "env",
                        i);
            } else {
                secrets.add(Secret.builder()
                        .name(variable.getName())
                        .valueFrom(valueFrom)
                        .build());
            }
        }
        wholeSecrets(from, secrets, context);
        if (!secrets.isEmpty()) {
            to.secrets(secrets);
        }
    }

    /** Of a Secret in the input the keys are known; single variables win over it. */
    private static void wholeSecrets(Container from, List<Secret> secrets, PodContainerContext context) {
        Set<String> taken = new HashSet<>(context.environment().values().keySet());
        secrets.forEach(secret -> taken.add(secret.name()));
        for (int i = 0; i < from.getEnvFrom().size(); i++) {
            EnvFromSource source = from.getEnvFrom().get(i);
            Set<String> keys = source.getSecretRef() == null
                    ? null
                    : context.environment().keys(source.getSecretRef().getName());
            if (keys == null) {
                continue;
            }
            String secret = source.getSecretRef().getName();
            for (String key : keys) {
                String name = (source.getPrefix() == null ? "" : source.getPrefix()) + key;
                if (taken.add(name)) {
                    secrets.add(Secret.builder()
                            .name(name)
                            .valueFrom(parameter(secret, key))
                            .build());
                }
            }
            sayParameter("each key of " + secret, "/" + secret + "/KEY", context, "envFrom", i);
        }
    }

    /** A parameter of one's own account and region goes by its name alone. */
    private static String parameter(String secret, String key) {
        return "/" + secret + "/" + key;
    }

    private static void sayParameter(String what, String parameter, PodContainerContext context, Object... path) {
        context.find(
                FindingCode.SECRET_AS_PARAMETER,
                what + " is taken from Parameter Store, " + parameter + "; no value was copied",
                "aws ssm put-parameter --type SecureString --name " + parameter + " --value …",
                path);
    }

    private static String wayOut(EnvVarSource source) {
        return source.getFieldRef() != null || source.getResourceFieldRef() != null
                ? "ask the task metadata endpoint at the start: ${ECS_CONTAINER_METADATA_URI_V4}/task"
                : "keep its value in Secrets Manager or Parameter Store and name it under \"secrets\"";
    }

    private static @Nullable String valueFrom(EnvVarSource source, PodContainerContext context) {
        if (source.getSecretKeyRef() != null) {
            return SecretSources.valueFrom(
                    false,
                    source.getSecretKeyRef().getName(),
                    source.getSecretKeyRef().getKey(),
                    context.pod().bundle());
        }
        if (source.getConfigMapKeyRef() != null) {
            return SecretSources.valueFrom(
                    true,
                    source.getConfigMapKeyRef().getName(),
                    source.getConfigMapKeyRef().getKey(),
                    context.pod().bundle());
        }
        return null;
    }
}
