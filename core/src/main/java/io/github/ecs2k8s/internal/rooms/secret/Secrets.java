package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodEnvironment;
import io.github.ecs2k8s.context.toecs.PodFields;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
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
    private static final String VALUE_FROM = "containerDefinitions[].secrets[].valueFrom";

    /** What is read of the objects by which operators fill Secrets. */
    private static final List<String> STORES = List.of(
            "ExternalSecret.spec.secretStoreRef.name",
            "ExternalSecret.spec.secretStoreRef.kind",
            "ExternalSecret.spec.target.name",
            "ExternalSecret.spec.target.template.type",
            "ExternalSecret.spec.target.template.data{}",
            "ExternalSecret.spec.data[].secretKey",
            "ExternalSecret.spec.data[].remoteRef.key",
            "ExternalSecret.spec.data[].remoteRef.property",
            "ExternalSecret.spec.data[].remoteRef.version",
            "ExternalSecret.spec.data[].sourceRef.storeRef.name",
            "ExternalSecret.spec.data[].sourceRef.storeRef.kind",
            "ExternalSecret.spec.dataFrom[].extract.key",
            "ExternalSecret.spec.dataFrom[].extract.version",
            "SecretStore.spec.provider.aws.service",
            "SecretStore.spec.provider.aws.region",
            "ClusterSecretStore.spec.provider.aws.service",
            "ClusterSecretStore.spec.provider.aws.region",
            "SecretProviderClass.spec.provider",
            "SecretProviderClass.spec.parameters.objects",
            "SecretProviderClass.spec.parameters.region",
            "SecretProviderClass.spec.secretObjects[].secretName",
            "SecretProviderClass.spec.secretObjects[].type",
            "SecretProviderClass.spec.secretObjects[].data[].objectName",
            "SecretProviderClass.spec.secretObjects[].data[].key",
            "SealedSecret.spec.encryptedData{}");

    @Override
    public Term term() {
        return Term.SECRET;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].secrets[].name", "pod.spec.containers[].env[].name"),
                OwnedField.to(VALUE_FROM, "pod.spec.containers[].env[].valueFrom.secretKeyRef"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>();
        String env = "pod.spec.containers[].env[].valueFrom.";
        for (String reference : List.of(env + "secretKeyRef.", env + "configMapKeyRef.")) {
            owned.add(OwnedField.to(reference + "name", VALUE_FROM));
            owned.add(OwnedField.to(reference + "key", VALUE_FROM));
            owned.add(OwnedField.nowhere(reference + "optional", "false"));
        }
        owned.add(OwnedField.to("pod.spec.containers[].envFrom[].secretRef.name", VALUE_FROM));
        owned.add(OwnedField.nowhere("pod.spec.containers[].envFrom[].secretRef.optional", "false"));
        owned.add(OwnedField.to("Secret.data{}", VALUE_FROM));
        owned.add(OwnedField.to("Secret.stringData{}", VALUE_FROM));
        // Of these types only the keys are prescribed, and they carry over.
        owned.add(OwnedField.to(
                "Secret.type",
                "secret.Description",
                "Opaque or kubernetes.io/tls or kubernetes.io/basic-auth or kubernetes.io/ssh-auth or"
                        + " kubernetes.io/dockerconfigjson or kubernetes.io/dockercfg"));
        for (String path : STORES) {
            owned.add(OwnedField.resolved(path, VALUE_FROM));
        }
        owned.add(OwnedField.nowhere("ExternalSecret.spec.refreshInterval", "1h or 1h0m0s"));
        owned.add(OwnedField.nowhere("ExternalSecret.spec.refreshPolicy", "Periodic"));
        owned.add(OwnedField.nowhere("ExternalSecret.spec.target.creationPolicy", "Owner"));
        owned.add(OwnedField.nowhere("ExternalSecret.spec.target.deletionPolicy", "Retain"));
        owned.add(OwnedField.nowhere("SecretStore.spec.provider.aws.auth.**"));
        owned.add(OwnedField.nowhere("ClusterSecretStore.spec.provider.aws.auth.**"));
        return owned;
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        for (int i = 0; i < from.secrets().size(); i++) {
            Secret secret = from.secrets().get(i);
            SecretReference reference = secret.valueFrom() == null ? null : SecretReference.parse(secret.valueFrom());
            if (secret.name() == null || reference == null) {
                context.at("secrets", i)
                        .report(
                                FindingCode.SECRET_REFERENCE,
                                "neither a Secrets Manager secret nor a parameter; the variable is left out",
                                "valueFrom is arn:aws:secretsmanager:…:secret:NAME-xxxxxx, arn:aws:ssm:…:parameter/NAME, or a"
                                        + " parameter's name");
                continue;
            }
            if (isRepeated(secret.name(), i, from)) {
                context.at("secrets", i)
                        .report(
                                FindingCode.ENVIRONMENT_REPEATED,
                                secret.name() + " is given again below; the last one counts");
                continue;
            }
            replace(secret.name(), from, to, context);
            SecretReference named = SecretOrigins.named(reference, context.task());
            to.getEnv().add(variable(secret.name(), named, false, context, "secrets", i, "valueFrom"));
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
    private static void replace(String name, ContainerDefinition from, Container to, ContainerToKubernetes context) {
        if (!to.getEnv().removeIf(variable -> name.equals(variable.getName()))) {
            return;
        }
        for (int i = 0; i < from.environment().size(); i++) {
            if (name.equals(from.environment().get(i).name())) {
                context.at("environment", i)
                        .report(FindingCode.ENVIRONMENT_REPEATED, name + " is also given as a secret, which counts");
            }
        }
    }

    /**
     * The variable that takes its value from what a reference names.
     *
     * @param isPlain whether what it names is known to be no secret
     * @param path where the reference stands in the container definition
     */
    static EnvVar variable(
            String name, SecretReference reference, boolean isPlain, ContainerToKubernetes context, Object... path) {
        boolean plain = isPlain || isPlainParameter(reference, context);
        SecretDemands demands = context.task().bundle().secrets();
        SecretDemands.Demand demand = plain ? demands.of(reference, SecretDemands.CONFIG_MAP) : demands.of(reference);
        Object[] place = new Object[path.length + 2];
        place[0] = "containerDefinitions";
        place[1] = context.index();
        System.arraycopy(path, 0, place, 2, path.length);
        demand.firstAskedAt(context.task().node(), place);
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
    private static boolean isPlainParameter(SecretReference reference, ContainerToKubernetes context) {
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
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        List<Secret> secrets = new ArrayList<>();
        for (int i = 0; i < from.getEnv().size(); i++) {
            EnvVar variable = from.getEnv().get(i);
            EnvVarSource source = variable.getValueFrom();
            PodEnvironment.Composed composed = context.environment().composed().get(variable.getName());
            if (source == null && composed != null && !isReplaced(variable, i, from)) {
                secrets.add(ComposedSecrets.secret(variable.getName(), composed, i, context));
            }
            if (source == null || context.environment().value(source) != null || isReplaced(variable, i, from)) {
                continue;
            }
            String valueFrom = null;
            if (source.getSecretKeyRef() != null) {
                valueFrom = secret(source.getSecretKeyRef(), i, context);
            } else if (source.getConfigMapKeyRef() != null) {
                valueFrom = parameter(source.getConfigMapKeyRef(), variable.getName(), i, context);
            } else {
                context.at("env", i)
                        .report(
                                FindingCode.ENVIRONMENT_SOURCE,
                                variable.getName() + " comes from where ECS cannot look; it is left out",
                                PodFields.wayOut(source));
            }
            if (valueFrom != null) {
                secrets.add(Secret.builder()
                        .name(variable.getName())
                        .valueFrom(valueFrom)
                        .build());
            }
        }
        WholeSecrets.add(from, secrets, context);
        if (!secrets.isEmpty()) {
            to.secrets(secrets);
        }
    }

    /** Of a name given twice the last counts. */
    private static boolean isReplaced(EnvVar variable, int index, Container from) {
        for (int i = index + 1; i < from.getEnv().size(); i++) {
            if (variable.getName().equals(from.getEnv().get(i).getName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String secret(SecretKeySelector selector, int index, ContainerToEcs context) {
        if (selector.getName() == null || selector.getKey() == null) {
            return null;
        }
        SecretOrigin origin = SecretOrigins.of(selector.getName(), context.pod());
        boolean absent =
                !origin.isKnown() || !origin.keys().isEmpty() && !origin.keys().contains(selector.getKey());
        if (absent && Boolean.TRUE.equals(selector.getOptional())) {
            sayOptional("key " + selector.getKey() + " of Secret " + selector.getName(), context, index);
            return null;
        }
        if (!origin.keepsName()) {
            context.at("env", index, "valueFrom", "secretKeyRef").resolved();
        }
        List<Said> said = new ArrayList<>();
        String valueFrom =
                origin.valueFrom(selector.getKey(), (code, message, hint) -> said.add(new Said(code, message, hint)));
        // Of a variable that is left out its name is, too.
        Object[] place = valueFrom == null ? new Object[] {"env", index} : new Object[] {"env", index, "valueFrom"};
        said.forEach(remark -> context.at(place).report(remark.code(), remark.message(), remark.hint()));
        return valueFrom;
    }

    private record Said(
            FindingCode code, String message, @Nullable String hint) {}

    private static void sayOptional(String what, ContainerToEcs context, int index) {
        context.at("env", index)
                .report(
                        FindingCode.OPTIONAL_SOURCE,
                        what + " is optional and not in the input; the variable is left out");
    }

    /** A ConfigMap that stands for a plain parameter; of any other one the value is known, or nothing is. */
    private static @Nullable String parameter(
            ConfigMapKeySelector selector, String variable, int index, ContainerToEcs context) {
        LocatedObject found = context.pod().lookUp("ConfigMap", selector.getName());
        String key = selector.getKey();
        String valueFrom = found == null || key == null ? null : SecretSources.valueFrom(found.object(), key);
        if (valueFrom != null && found != null) {
            context.pod().use(found.object());
            return valueFrom;
        }
        String what = "key " + key + " of ConfigMap " + selector.getName();
        if (Boolean.TRUE.equals(selector.getOptional())) {
            sayOptional(what, context, index);
        } else {
            context.at("env", index)
                    .report(
                            FindingCode.ENVIRONMENT_SOURCE,
                            variable + " is left out: the input has no " + what,
                            found == null
                                    ? "give the ConfigMap as a further input: kubectl get configmap "
                                            + Shell.word(selector.getName()) + " -o yaml"
                                    : "add the key, or leave the variable out");
        }
        return null;
    }
}
