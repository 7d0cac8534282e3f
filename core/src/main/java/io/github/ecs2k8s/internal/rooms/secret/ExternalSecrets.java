package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands.Demand;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.ecs.SecretReference.Service;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.GjsonPath;
import io.github.ecs2k8s.kubernetes.CustomResources;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A demand as ExternalSecret, with one SecretStore per service and region
 * (https://external-secrets.io/latest/api/externalsecret/, https://external-secrets.io/latest/provider/aws-secrets-manager/,
 * https://external-secrets.io/latest/provider/aws-parameter-store/).
 */
final class ExternalSecrets {
    private static final String API_VERSION = "external-secrets.io/v1";

    private final BundleToKubernetes bundle;

    ExternalSecrets(BundleToKubernetes bundle) {
        this.bundle = bundle;
    }

    void write(Demand demand) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("refreshInterval", "1h");
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("kind", "SecretStore");
        store.put("name", store(demand));
        spec.put("secretStoreRef", store);
        List<Object> data = new ArrayList<>();
        if (demand.type().equals(SecretDemands.REGISTRY)) {
            spec.put("target", registryTarget(demand));
            data.add(entry("username", remote(demand.reference(), "username")));
            data.add(entry("password", remote(demand.reference(), "password")));
        } else {
            for (SecretDemands.Key key : demand.keys()) {
                data.add(
                        entry(key.key(), remote(key.reference(), key.reference().jsonKey())));
            }
        }
        spec.put("data", data);
        sayAccount(demand);
        GenericKubernetesResource secret = resource("ExternalSecret", demand.name(), spec);
        secret.getMetadata().setAnnotations(new LinkedHashMap<>(SecretSources.annotations(demand)));
        bundle.add(secret);
    }

    private static Map<String, Object> entry(String key, Map<String, Object> remote) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("secretKey", key);
        entry.put("remoteRef", remote);
        return entry;
    }

    private static Map<String, Object> remote(SecretReference reference, @Nullable String property) {
        Map<String, Object> remote = new LinkedHashMap<>();
        remote.put("key", reference.id());
        if (property != null) {
            remote.put("property", GjsonPath.of(property));
        }
        if (reference.versionStage() != null) {
            remote.put("version", reference.versionStage());
        } else if (reference.versionId() != null) {
            remote.put("version", "uuid/" + reference.versionId());
        }
        return remote;
    }

    /** The operator puts user name and password into the form the kubelet reads. */
    private static Map<String, Object> registryTarget(Demand demand) {
        StringBuilder auths = new StringBuilder();
        for (SecretDemands.Key registry : demand.keys()) {
            auths.append(auths.length() == 0 ? "" : ",")
                    .append('"')
                    .append(registry.key())
                    .append("\":{\"username\":\"{{ .username }}\",\"password\":\"{{ .password }}\"}");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(".dockerconfigjson", "{\"auths\":{" + auths + "}}");
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("type", SecretDemands.REGISTRY);
        template.put("data", data);
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("template", template);
        return target;
    }

    private String store(Demand demand) {
        boolean parameters = demand.reference().service() == Service.PARAMETER_STORE;
        String region = region(demand);
        String name = Names.dnsSubdomain(
                (parameters ? "parameter-store" : "secrets-manager") + (region == null ? "" : "-" + region));
        if (bundle.lookUp("SecretStore", name) != null) {
            return name;
        }
        Map<String, Object> aws = new LinkedHashMap<>();
        aws.put("service", parameters ? "ParameterStore" : "SecretsManager");
        aws.put("region", region == null ? "unknown" : region);
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("aws", aws);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("provider", provider);
        bundle.add(resource("SecretStore", name, spec));
        say(name, region, demand);
        return name;
    }

    private void say(String name, @Nullable String region, Demand demand) {
        if (demand.node() == null) {
            return;
        }
        String service = demand.reference().service() == Service.PARAMETER_STORE
                ? "ssm:GetParameter"
                : "secretsmanager:GetSecretValue";
        if (region == null) {
            bundle.at(demand.node(), demand.path())
                    .report(
                            FindingCode.REGION_UNKNOWN,
                            "SecretStore " + name + " needs a region, and none is known; written as unknown",
                            "give the full ARN, or set spec.provider.aws.region");
        }
        bundle.at(demand.node(), demand.path())
                .report(
                        FindingCode.SECRET_STORE_ACCESS,
                        bundle.target().isEks()
                                ? "SecretStore " + name + " reads with the operator's own role"
                                : "SecretStore " + name + " has no credentials for AWS outside EKS",
                        bundle.target().isEks()
                                ? "allow that role " + service
                                : "set spec.provider.aws.auth.secretRef to a Secret with an access key that allows "
                                        + service);
    }

    /** The region of the reference; a bare name means the task's own, which its ARN or another reference may tell. */
    private @Nullable String region(Demand demand) {
        if (demand.reference().region() != null) {
            return demand.reference().region();
        }
        for (TaskDefinitionSource task : bundle.source().taskDefinitions()) {
            String region = Arns.region(task.definition().taskDefinitionArn());
            if (region != null) {
                return region;
            }
        }
        for (Demand other : bundle.secrets().all()) {
            if (other.reference().region() != null) {
                return other.reference().region();
            }
        }
        return null;
    }

    /** What is another account's is read only where that account allows it, too. */
    private void sayAccount(Demand demand) {
        String account = Arns.account(demand.reference().source());
        for (TaskDefinitionSource task : bundle.source().taskDefinitions()) {
            String own = Arns.account(task.definition().taskDefinitionArn());
            if (demand.node() != null && own != null && account != null && !own.equals(account)) {
                bundle.at(demand.node(), demand.path())
                        .report(
                                FindingCode.SECRET_STORE_ACCESS,
                                demand.reference().name() + " is kept by account " + account
                                        + ", which has to allow the operator's role, too",
                                demand.reference().service() == Service.PARAMETER_STORE
                                        ? "share the parameter by AWS Resource Access Manager, and let its KMS key decrypt"
                                        : "name the role in the policy of the secret and in that of its KMS key");
                return;
            }
        }
    }

    private static GenericKubernetesResource resource(String kind, String name, Map<String, Object> spec) {
        return CustomResources.of(API_VERSION, kind, name, spec);
    }
}
