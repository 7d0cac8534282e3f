package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PersistentVolumes and claims say beside where the storage is: sizes, modes, classes, by which a cluster brings the
 * two together. They have done their work when the volume is found; what then still means something is said
 * (https://kubernetes.io/docs/concepts/storage/persistent-volumes/).
 */
final class ClaimDetails {
    private static final String VOLUME = "PersistentVolume.spec.";
    private static final String CLAIM = "PersistentVolumeClaim.spec.";

    /** Storage that is none of AWS, or that ECS cannot attach. */
    static final List<String> FOREIGN = List.of(
            "awsElasticBlockStore",
            "azureDisk",
            "azureFile",
            "cephfs",
            "cinder",
            "fc",
            "flexVolume",
            "flocker",
            "gcePersistentDisk",
            "glusterfs",
            "iscsi",
            "local",
            "photonPersistentDisk",
            "portworxVolume",
            "quobyte",
            "rbd",
            "scaleIO",
            "storageos",
            "vsphereVolume");

    private ClaimDetails() {}

    static List<OwnedField> owned() {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.resolved(
                "pod.spec.volumes[].persistentVolumeClaim.claimName", "volumes[].efsVolumeConfiguration"));
        owned.add(OwnedField.nowhere("pod.spec.volumes[].persistentVolumeClaim.readOnly", "false"));
        owned.add(OwnedField.nowhere(VOLUME + "capacity{}", "1Gi"));
        owned.add(OwnedField.nowhere(VOLUME + "accessModes[]", "ReadWriteMany"));
        owned.add(OwnedField.nowhere(VOLUME + "persistentVolumeReclaimPolicy", "Retain"));
        owned.add(OwnedField.nowhere(VOLUME + "storageClassName", ""));
        owned.add(OwnedField.nowhere(VOLUME + "volumeMode", "Filesystem"));
        owned.add(OwnedField.nowhere(VOLUME + "volumeAttributesClassName"));
        owned.add(OwnedField.nowhere(VOLUME + "nodeAffinity.**"));
        owned.add(OwnedField.nowhere(VOLUME + "claimRef.**"));
        for (String secret : List.of("controllerExpand", "controllerPublish", "nodeExpand", "nodePublish")) {
            owned.add(OwnedField.nowhere(VOLUME + "csi." + secret + "SecretRef.**"));
        }
        owned.add(OwnedField.nowhere(VOLUME + "csi.nodeStageSecretRef.namespace"));
        owned.add(OwnedField.nowhere(VOLUME + "csi.fsType"));
        owned.add(OwnedField.nowhere(VOLUME + "csi.readOnly", "false"));
        owned.add(OwnedField.nowhere(VOLUME + "nfs.readOnly", "false"));
        owned.add(OwnedField.resolved(VOLUME + "hostPath.path", "volumes[].host.sourcePath"));
        owned.add(OwnedField.nowhere(VOLUME + "hostPath.type", ""));
        for (String kind : FOREIGN) {
            owned.add(OwnedField.nowhere(VOLUME + kind + ".**"));
        }
        owned.add(OwnedField.resolved(CLAIM + "volumeName", "volumes[].efsVolumeConfiguration"));
        owned.add(OwnedField.nowhere(CLAIM + "accessModes[]", "ReadWriteMany"));
        owned.add(OwnedField.nowhere(CLAIM + "resources.requests{}", "1Gi"));
        owned.add(OwnedField.nowhere(CLAIM + "resources.limits{}"));
        owned.add(OwnedField.nowhere(CLAIM + "storageClassName", ""));
        owned.add(OwnedField.nowhere(CLAIM + "volumeMode", "Filesystem"));
        owned.add(OwnedField.nowhere(CLAIM + "volumeAttributesClassName"));
        owned.add(OwnedField.nowhere(CLAIM + "selector.**"));
        owned.add(OwnedField.nowhere(CLAIM + "dataSource.**"));
        owned.add(OwnedField.nowhere(CLAIM + "dataSourceRef.**"));
        return owned;
    }

    /** Says of the objects behind a pod volume what no task definition says; once, however many pods use them. */
    static void say(Volume volume, TaskToEcs context) {
        LocatedObject claim = Claims.locatedClaim(volume, context);
        LocatedObject found = Claims.locatedVolume(volume, context);
        if (claim != null) {
            context.use(claim.object());
            once(
                    "details of claim " + context.namespace() + "/"
                            + claim.object().getMetadata().getName(),
                    context,
                    () -> {
                        member(claim, context, "1Gi", "resources", "requests");
                        member(claim, context, Claims.READ_WRITE_MANY, "accessModes");
                        member(claim, context, "", "storageClassName");
                        member(claim, context, "Filesystem", "volumeMode");
                        member(claim, context, null, "resources", "limits");
                        member(claim, context, null, "volumeAttributesClassName");
                        member(claim, context, null, "selector");
                        member(claim, context, null, "dataSource");
                        member(claim, context, null, "dataSourceRef");
                    });
        }
        if (found != null) {
            context.use(found.object());
            once("details of volume " + found.object().getMetadata().getName(), context, () -> {
                member(found, context, "1Gi", "capacity");
                member(found, context, Claims.READ_WRITE_MANY, "accessModes");
                member(found, context, "Retain", "persistentVolumeReclaimPolicy");
                member(found, context, "", "storageClassName");
                member(found, context, "Filesystem", "volumeMode");
                member(found, context, null, "volumeAttributesClassName");
                member(found, context, null, "nodeAffinity");
                member(found, context, "false", "csi", "readOnly");
                member(found, context, null, "csi", "fsType");
                member(found, context, "false", "nfs", "readOnly");
            });
        }
    }

    private static void once(String what, TaskToEcs context, Runnable say) {
        context.all().shared(what, () -> {
            say.run();
            return "";
        });
    }

    private static void member(LocatedObject located, TaskToEcs context, @Nullable String common, String... path) {
        Object[] full = new Object[path.length + 1];
        full[0] = "spec";
        System.arraycopy(path, 0, full, 1, path.length);
        Node value = Members.at(located.node(), full);
        if (value == null || value.isNull() || holdsOnly(value, common)) {
            return;
        }
        context.all().at(located.node(), full).report(FindingCode.CLAIM_DETAIL, what(path[path.length - 1]));
    }

    private static boolean holdsOnly(Node value, @Nullable String common) {
        if (value instanceof ScalarNode scalar) {
            return scalar.text().equals(common);
        } else if (value instanceof SequenceNode list) {
            return list.items().stream().allMatch(item -> holdsOnly(item, common));
        }
        return value instanceof MappingNode map
                && map.entries().stream().allMatch(entry -> holdsOnly(entry.value(), common));
    }

    private static String what(String member) {
        return switch (member) {
            case "capacity", "requests", "limits" -> "the storage grows with its data; a size is not written";
            case "accessModes" -> "every task may mount the storage; access modes are not written";
            case "persistentVolumeReclaimPolicy" -> "ECS never deletes the storage";
            case "readOnly" -> "write readOnly at the mounts; what the volume says is not written";
            case "fsType" -> "the storage has the file system it has";
            case "dataSource", "dataSourceRef" -> "nothing is copied into the storage";
            default -> "how a volume is found for a claim is not written";
        };
    }
}
