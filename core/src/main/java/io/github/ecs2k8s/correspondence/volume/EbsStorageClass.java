package io.github.ecs2k8s.correspondence.volume;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.github.ecs2k8s.translation.TaskContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The StorageClass of EBS volumes as ECS makes them: gp3, XFS (NTFS on Windows), encrypted. EKS brings none of its own
 * that is the default (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html,
 * https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md).
 */
final class EbsStorageClass {
    static final String DRIVER = "ebs.csi.aws.com";

    private EbsStorageClass() {}

    /** The name of the class, which is added to the bundle when it is first asked for. */
    static String name(TaskContext context) {
        boolean windows = context.facts().windows();
        String name = windows ? "ebs-gp3-ntfs" : "ebs-gp3";
        if (context.bundle().find("StorageClass", name) == null) {
            context.bundle().add(storageClass(name, windows ? "ntfs" : "xfs"));
        }
        return name;
    }

    private static StorageClass storageClass(String name, String fileSystem) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", "gp3");
        parameters.put("csi.storage.k8s.io/fstype", fileSystem);
        parameters.put("encrypted", "true");
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        StorageClass made = new StorageClass();
        made.setMetadata(metadata);
        made.setProvisioner(DRIVER);
        made.setParameters(parameters);
        // In the zone of the pod's node, and large enough later: nobody knows the size yet.
        made.setVolumeBindingMode("WaitForFirstConsumer");
        made.setAllowVolumeExpansion(true);
        return made;
    }
}
