package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EBSTagSpecification;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * The StorageClass of EBS volumes as ECS makes them: gp3, XFS (NTFS on Windows), encrypted, unless the launch says
 * otherwise. One for each set of parameters, whatever number of volumes have it; EKS brings none of its own that is the
 * default (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html,
 * https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md).
 */
final class EbsStorageClass {
    static final String DRIVER = "ebs.csi.aws.com";
    private static final String RETAIN = "Retain";

    private EbsStorageClass() {}

    /**
     * The name of the class, which is added to the bundle when it is first asked for.
     *
     * @param settings of the launch, null when it has none
     */
    static String name(@Nullable EbsSettings settings, TaskToKubernetes context) {
        Map<String, String> parameters = parameters(settings, context.facts().windows());
        boolean retained = settings != null && settings.retained();
        String original = parameters + (retained ? RETAIN : "");
        String name = context.bundle().names("StorageClass").unique(plainName(parameters, retained), original);
        if (context.bundle().lookUp("StorageClass", name) == null) {
            context.bundle().add(storageClass(name, parameters, retained));
        }
        return name;
    }

    private static Map<String, String> parameters(@Nullable EbsSettings settings, boolean windows) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String fileSystem = settings == null || settings.fileSystem() == null ? null : settings.fileSystem();
        parameters.put("type", settings == null ? "gp3" : settings.typeOrDefault());
        parameters.put(
                "csi.storage.k8s.io/fstype",
                fileSystem == null ? (windows ? "ntfs" : "xfs") : fileSystem.toLowerCase(Locale.ROOT));
        boolean encrypted = settings == null || !Boolean.FALSE.equals(settings.encrypted());
        parameters.put("encrypted", String.valueOf(encrypted));
        if (settings == null) {
            return parameters;
        }
        if (settings.kmsKeyId() != null && encrypted) {
            parameters.put("kmsKeyId", settings.kmsKeyId());
        }
        if (settings.iops() != null && settings.takesIops()) {
            parameters.put("iops", settings.iops().toString());
        }
        if (settings.throughput() != null && settings.takesThroughput()) {
            parameters.put("throughput", settings.throughput().toString());
        }
        int tags = 0;
        for (EBSTagSpecification specification : settings.tags()) {
            for (Tag tag : specification.tags()) {
                if (isWritten(tag)) {
                    tags++;
                    parameters.put(
                            "tagSpecification_" + tags, tag.key() + "=" + (tag.value() == null ? "" : tag.value()));
                }
            }
        }
        return parameters;
    }

    /** The driver reads braces as a template of its own. */
    static boolean isWritten(Tag tag) {
        return tag.key() != null
                && !tag.key().isEmpty()
                && !tag.key().contains("=")
                && (tag.value() == null || !tag.value().contains("{{"));
    }

    /** Says what differs from what ECS does unasked: {@code ebs-gp3}, {@code ebs-io2-ext4-4000iops}. */
    private static String plainName(Map<String, String> parameters, boolean retained) {
        StringBuilder name = new StringBuilder("ebs-").append(parameters.get("type"));
        String fileSystem = parameters.get("csi.storage.k8s.io/fstype");
        if (!"xfs".equals(fileSystem)) {
            name.append('-').append(fileSystem);
        }
        if ("false".equals(parameters.get("encrypted"))) {
            name.append("-unencrypted");
        }
        if (parameters.containsKey("kmsKeyId")) {
            name.append("-kms");
        }
        if (parameters.containsKey("iops")) {
            name.append('-').append(parameters.get("iops")).append("iops");
        }
        if (parameters.containsKey("throughput")) {
            name.append('-').append(parameters.get("throughput")).append("mibps");
        }
        if (retained) {
            name.append("-retained");
        }
        return Names.dnsLabel(name.toString());
    }

    private static StorageClass storageClass(String name, Map<String, String> parameters, boolean retained) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        StorageClass made = new StorageClass();
        made.setMetadata(metadata);
        made.setProvisioner(DRIVER);
        made.setParameters(parameters);
        if (retained) {
            made.setReclaimPolicy(RETAIN);
        }
        // In the zone of the pod's node, and larger later, should the size not be enough.
        made.setVolumeBindingMode("WaitForFirstConsumer");
        made.setAllowVolumeExpansion(true);
        return made;
    }
}
