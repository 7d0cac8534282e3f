package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands.Demand;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.ecs.SecretReference.Service;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.options.Addon;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the rooms demanded, in the best form the cluster allows: ExternalSecret, SecretProviderClass, or a Secret
 * with its keys named and without data. Such a Secret cannot be mistaken for a finished one: the Pod waits, by name and
 * key, until somebody fills it.
 */
public final class SecretObjects {
    private final BundleToKubernetes bundle;

    private SecretObjects(BundleToKubernetes bundle) {
        this.bundle = bundle;
    }

    /** Adds an object for every demand of the translation; called once, after all task definitions. */
    public static void write(BundleToKubernetes bundle) {
        bundle.as(Term.SECRET).namespacesWithSecrets().forEach(SecretObjects::writeAll);
    }

    /** Adds an object for every demand in one namespace. */
    private static void writeAll(BundleToKubernetes bundle) {
        SecretObjects objects = new SecretObjects(bundle);
        for (Demand demand : bundle.secrets().all()) {
            objects.write(demand);
        }
    }

    /** The type of a parameter from describe-parameters, null when it is not known or no parameter. */
    static @Nullable String parameterType(SecretReference reference, BundleToKubernetes bundle) {
        if (reference.service() != Service.PARAMETER_STORE) {
            return null;
        }
        String type = bundle.source().parameterTypes().get(reference.name());
        return type != null ? type : bundle.source().parameterTypes().get(reference.source());
    }

    private void write(Demand demand) {
        if (demand.type().equals(SecretDemands.CONFIG_MAP)) {
            configMap(demand);
        } else if (demand.type().equals(SecretDemands.REGISTRY)) {
            registry(demand);
        } else if (bundle.target().has(Addon.EXTERNAL_SECRETS)) {
            new ExternalSecrets(bundle).write(demand);
        } else if (bundle.target().has(Addon.SECRETS_STORE_CSI)) {
            new SecretProviderClasses(bundle).write(demand);
        } else {
            bundle.add(secret(demand));
            say(demand);
        }
    }

    private static ObjectMeta metadata(Demand demand) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(demand.name());
        metadata.setAnnotations(new LinkedHashMap<>(SecretSources.annotations(demand)));
        return metadata;
    }

    private static Secret secret(Demand demand) {
        Secret secret = new Secret();
        secret.setMetadata(metadata(demand));
        secret.setType(demand.type());
        return secret;
    }

    private void say(Demand demand) {
        SecretReference reference = demand.reference();
        boolean unknown = reference.service() == Service.PARAMETER_STORE && parameterType(reference, bundle) == null;
        if (unknown) {
            find(
                    FindingCode.PARAMETER_TYPE_UNKNOWN,
                    where(reference) + " is treated as secret; Secret " + demand.name() + " needs " + keys(demand),
                    "give describe-parameters output as a further input if it is a plain String; otherwise "
                            + fill("secret", "stringData", demand),
                    demand);
        } else {
            find(
                    FindingCode.SECRET_WITHOUT_VALUE,
                    "Secret " + demand.name() + " needs " + keys(demand) + " from " + where(reference),
                    fill("secret", "stringData", demand) + ", or --addon external-secrets",
                    demand);
        }
    }

    private void configMap(Demand demand) {
        ConfigMap configMap = new ConfigMap();
        configMap.setMetadata(metadata(demand));
        bundle.add(configMap);
        find(
                FindingCode.PARAMETER_WITHOUT_VALUE,
                "ConfigMap " + demand.name() + " needs " + keys(demand) + " from " + where(demand.reference()),
                fill("configmap", "data", demand),
                demand);
    }

    /** A dockerconfigjson Secret without data is refused; the Pod waits for one that is not there at all. */
    private void registry(Demand demand) {
        if (bundle.target().has(Addon.EXTERNAL_SECRETS)) {
            new ExternalSecrets(bundle).write(demand);
            return;
        }
        find(
                FindingCode.REGISTRY_CREDENTIALS,
                "the image is pulled with Secret " + demand.name()
                        + ", which is not written: it needs the user name and" + " password from "
                        + where(demand.reference()),
                "kubectl create secret docker-registry " + demand.name()
                        + " --docker-server=… --docker-username=… --docker-password=…, or --addon external-secrets",
                demand);
    }

    void find(FindingCode code, String message, @Nullable String hint, Demand demand) {
        if (demand.node() != null) {
            bundle.at(demand.node(), demand.path()).report(code, message, hint);
        }
    }

    static String where(SecretReference reference) {
        if (reference.isUnresolved() && !reference.source().startsWith("arn:")) {
            return "what " + reference.source() + " stands for";
        }
        return (reference.service() == Service.PARAMETER_STORE ? "Parameter Store " : "Secrets Manager ")
                + reference.name();
    }

    private static String keys(Demand demand) {
        StringBuilder keys = new StringBuilder();
        for (SecretDemands.Key key : demand.keys()) {
            keys.append(keys.length() == 0 ? "" : ", ").append(key.key());
        }
        return keys.toString();
    }

    private static String fill(String kind, String member, Demand demand) {
        StringBuilder patch = new StringBuilder();
        for (SecretDemands.Key key : demand.keys()) {
            patch.append(patch.length() == 0 ? "" : ",")
                    .append('"')
                    .append(key.key())
                    .append("\":\"…\"");
        }
        return "kubectl patch " + kind + " " + demand.name() + " -p "
                + Shell.quoted("{\"" + member + "\":{" + patch + "}}");
    }
}
