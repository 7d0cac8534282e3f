package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands.Demand;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.ecs.SecretReference.Service;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.JmesPath;
import io.github.ecs2k8s.kubernetes.CustomResources;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.YamlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A demand as SecretProviderClass of the Secrets Store CSI driver with the AWS provider, synchronised into the Secret the
 * containers name (https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret,
 * https://github.com/aws/secrets-store-csi-driver-provider-aws). The driver writes that Secret only while a Pod has the
 * volume mounted, which is why every container with such a secret mounts it.
 */
final class SecretProviderClasses {
    private static final String DRIVER = "secrets-store.csi.k8s.io";

    private final BundleToKubernetes bundle;

    SecretProviderClasses(BundleToKubernetes bundle) {
        this.bundle = bundle;
    }

    /** Gives a container the volume without which its Secret would never be written. */
    static void mount(String secret, ContainerToKubernetes context) {
        String original = "secrets/" + secret;
        String name = context.task().facts().addedVolumeName(Names.dnsLabel(original), original);
        for (VolumeMount present : context.container().getVolumeMounts()) {
            if (present.getName().equals(name)) {
                return;
            }
        }
        CSIVolumeSource csi = new CSIVolumeSource();
        csi.setDriver(DRIVER);
        csi.setReadOnly(true);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("secretProviderClass", secret);
        csi.setVolumeAttributes(attributes);
        Volume volume = new Volume();
        volume.setName(name);
        volume.setCsi(csi);
        context.task().addVolume(volume);
        VolumeMount mount = new VolumeMount();
        mount.setName(name);
        mount.setMountPath("/mnt/secrets-store/" + secret);
        mount.setReadOnly(true);
        context.container().getVolumeMounts().add(mount);
    }

    void write(Demand demand) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (demand.reference().region() != null) {
            parameters.put("region", demand.reference().region());
        }
        parameters.put("objects", YamlPrinter.print(List.of(objects(demand))));
        List<Object> data = new ArrayList<>();
        for (SecretDemands.Key key : demand.keys()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("objectName", key.key());
            entry.put("key", key.key());
            data.add(entry);
        }
        Map<String, Object> secret = new LinkedHashMap<>();
        secret.put("secretName", demand.name());
        secret.put("type", demand.type());
        secret.put("data", data);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("provider", "aws");
        spec.put("parameters", parameters);
        spec.put("secretObjects", List.of(secret));
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(demand.name());
        metadata.setAnnotations(new LinkedHashMap<>(SecretSources.annotations(demand)));
        bundle.add(CustomResources.of("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass", metadata, spec));
        if (demand.node() != null) {
            bundle.at(demand.node(), demand.path())
                    .report(
                            FindingCode.SECRET_STORE_ACCESS,
                            "the driver reads " + SecretObjects.where(demand.reference()) + " with the Pod's own role",
                            "allow the task role what the execution role was allowed: secretsmanager:GetSecretValue,"
                                    + " ssm:GetParameters");
        }
    }

    /** One object per version; its JSON keys are taken out of it by JMESPath. */
    private static List<Object> objects(Demand demand) {
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        for (SecretDemands.Key key : demand.keys()) {
            SecretReference reference = key.reference();
            String version = version(reference);
            String jsonKey = reference.jsonKey();
            boolean whole = jsonKey == null;
            Map<String, Object> object =
                    objects.computeIfAbsent(whole ? version + " whole" : version, unused -> object(reference));
            if (jsonKey == null) {
                object.put("objectAlias", key.key());
            } else {
                if (!version.isEmpty()) {
                    // The same object twice needs a name of its own for the second file.
                    object.put("objectAlias", Names.configMapKey(reference.name() + "." + version));
                }
                Map<String, Object> path = new LinkedHashMap<>();
                path.put("path", JmesPath.of(jsonKey));
                path.put("objectAlias", key.key());
                @SuppressWarnings("unchecked")
                List<Object> paths = (List<Object>) object.computeIfAbsent("jmesPath", unused -> new ArrayList<>());
                paths.add(path);
            }
        }
        return new ArrayList<>(objects.values());
    }

    private static String version(SecretReference reference) {
        String stage = reference.versionStage() == null ? "" : reference.versionStage();
        return reference.versionId() == null ? stage : stage + reference.versionId();
    }

    private static Map<String, Object> object(SecretReference reference) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("objectName", reference.id());
        object.put("objectType", reference.service() == Service.PARAMETER_STORE ? "ssmparameter" : "secretsmanager");
        if (reference.versionStage() != null) {
            object.put("objectVersionLabel", reference.versionStage());
        }
        if (reference.versionId() != null) {
            object.put("objectVersion", reference.versionId());
        }
        return object;
    }
}
