package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Quantities;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EBSResourceType;
import software.amazon.awssdk.services.ecs.model.EBSTagSpecification;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * What a claim and its StorageClass say of an EBS volume → what a launch says of it
 * (https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md).
 */
final class LaunchVolumeReader {
    private static final Set<String> TYPES = Set.of("gp2", "gp3", "io1", "io2", "st1", "sc1");
    /** The driver's parameters in lower case: it takes them in any. */
    private static final Set<String> READ = Set.of(
            "type", "iops", "iopspergb", "throughput", "encrypted", "kmskeyid", "fstype", "csi.storage.k8s.io/fstype");

    private static final Set<String> FILE_SYSTEMS = Set.of("ext3", "ext4", "xfs", "ntfs");
    private static final Set<String> DRIVERS =
            Set.of(EbsStorageClass.DRIVER, "ebs.csi.eks.amazonaws.com", "kubernetes.io/aws-ebs");

    private static final String CLASS = "StorageClass.";
    private static final String TAG = "tagSpecification_";

    private final LaunchToEcs context;
    private final PersistentVolumeClaimSpec claim;
    private final Object[] place;
    private final @Nullable LocatedObject located;
    private final Map<String, String> parameters = new TreeMap<>();

    private static boolean isOfTheDriver(StorageClass storage) {
        return storage.getProvisioner() != null && DRIVERS.contains(storage.getProvisioner());
    }

    /**
     * The reader of one claim.
     *
     * @param place keys and indices below the workload object that lead to the claim's spec
     */
    LaunchVolumeReader(LaunchToEcs context, PersistentVolumeClaimSpec claim, Object... place) {
        this.context = context;
        this.claim = claim;
        this.place = place.clone();
        String named = claim.getStorageClassName();
        this.located = named == null ? defaultClass() : context.all().lookUp("StorageClass", named, null);
        if (located != null && located.object() instanceof StorageClass made) {
            context.all().use(located);
            if (made.getParameters() != null && isOfTheDriver(made)) {
                made.getParameters()
                        .forEach((name, value) ->
                                parameters.put(name.startsWith(TAG) ? name : name.toLowerCase(Locale.ROOT), value));
            }
        }
    }

    /** The leaves of claims for one pod, and of their classes, that are answered for. */
    static List<OwnedField> owned() {
        String ebs = "service.volumeConfigurations[].managedEBSVolume.";
        List<OwnedField> owned = new ArrayList<>();
        for (String template : List.of(
                "pod.spec.volumes[].ephemeral.volumeClaimTemplate.", "StatefulSet.spec.volumeClaimTemplates[].")) {
            String claim = template + "spec.";
            owned.add(OwnedField.nowhere(template + "metadata.labels{}"));
            owned.add(OwnedField.nowhere(template + "metadata.annotations{}"));
            owned.add(OwnedField.to(claim + "accessModes[]", "volumes[].configuredAtLaunch", "ReadWriteOnce"));
            owned.add(OwnedField.to(claim + "resources.requests{}", ebs + "sizeInGiB"));
            owned.add(OwnedField.nowhere(claim + "resources.limits{}"));
            owned.add(OwnedField.nowhere(claim + "storageClassName"));
            owned.add(OwnedField.nowhere(claim + "volumeAttributesClassName"));
            owned.add(OwnedField.nowhere(claim + "volumeMode", "Filesystem"));
            owned.add(OwnedField.nowhere(claim + "volumeName"));
            owned.add(OwnedField.nowhere(claim + "selector.**"));
            owned.add(OwnedField.nowhere(claim + "dataSource.**"));
            owned.add(OwnedField.nowhere(claim + "dataSourceRef.**"));
        }
        owned.add(OwnedField.to("StatefulSet.spec.volumeClaimTemplates[].metadata.name", "volumes[].name"));
        owned.add(OwnedField.nowhere("StatefulSet.spec.volumeClaimTemplates[].apiVersion", "v1"));
        owned.add(OwnedField.nowhere("StatefulSet.spec.volumeClaimTemplates[].kind", "PersistentVolumeClaim"));
        owned.add(OwnedField.nowhere("pod.spec.volumes[].ephemeral.volumeClaimTemplate.metadata.name"));
        owned.add(OwnedField.to(CLASS + "parameters{}", ebs + "volumeType"));
        owned.add(OwnedField.nowhere(CLASS + "parameters.fsType"));
        owned.add(OwnedField.nowhere(CLASS + "provisioner"));
        owned.add(OwnedField.to(
                CLASS + "reclaimPolicy",
                "runTask.volumeConfigurations[].managedEBSVolume.terminationPolicy.deleteOnTermination",
                "Delete"));
        owned.add(OwnedField.nowhere(CLASS + "allowVolumeExpansion", "true or false"));
        owned.add(OwnedField.nowhere(CLASS + "volumeBindingMode", "Immediate or WaitForFirstConsumer"));
        owned.add(OwnedField.nowhere(CLASS + "mountOptions[]"));
        owned.add(OwnedField.nowhere(CLASS + "allowedTopologies[].**"));
        owned.add(OwnedField.resolved("VolumeSnapshot.spec.source.volumeSnapshotContentName", ebs + "snapshotId"));
        owned.add(OwnedField.nowhere("VolumeSnapshot.spec.source.persistentVolumeClaimName"));
        owned.add(OwnedField.nowhere("VolumeSnapshot.spec.volumeSnapshotClassName"));
        owned.add(OwnedField.to("VolumeSnapshotContent.spec.source.snapshotHandle", ebs + "snapshotId"));
        owned.add(OwnedField.nowhere("VolumeSnapshotContent.spec.driver", EbsStorageClass.DRIVER));
        owned.add(OwnedField.nowhere("VolumeSnapshotContent.spec.deletionPolicy", "Retain"));
        owned.add(OwnedField.nowhere("VolumeSnapshotContent.spec.volumeSnapshotRef.**"));
        return owned;
    }

    private @Nullable LocatedObject defaultClass() {
        for (LocatedObject candidate : context.all().manifests().of("StorageClass")) {
            Map<String, String> annotations = candidate.object().getMetadata().getAnnotations();
            if (annotations != null && "true".equals(annotations.get("storageclass.kubernetes.io/is-default-class"))) {
                return candidate;
            }
        }
        return null;
    }

    /** The settings of the volume; says what of them has no place. */
    EbsSettings read() {
        sayClass();
        sayClaim();
        Integer size = size();
        String encrypted = parameters.get("encrypted");
        boolean retained = located != null
                && located.object() instanceof StorageClass made
                && "Retain".equals(made.getReclaimPolicy());
        return EbsSettingsBuilder.builder()
                .type(type())
                .sizeInGiB(size)
                .iops(iops(size))
                .throughput(number("throughput"))
                .encrypted(encrypted == null ? null : Boolean.valueOf(encrypted))
                .kmsKeyId(parameters.get("kmskeyid"))
                .fileSystem(fileSystem())
                .snapshotId(snapshot())
                .tags(tags())
                .retained(retained)
                .build();
    }

    private String fileSystem() {
        String type = parameters.getOrDefault("csi.storage.k8s.io/fstype", parameters.get("fstype"));
        if (type != null && !FILE_SYSTEMS.contains(type)) {
            sayOfClass("ECS makes no " + type + " on EBS volumes; it is ext4", "parameters");
        }
        return type == null || !FILE_SYSTEMS.contains(type) ? "ext4" : type;
    }

    /** As the class says it, or as many for each GiB, up to what the type takes. */
    private @Nullable Integer iops(@Nullable Integer size) {
        Integer perGiB = parameters.containsKey("iops") ? null : number("iopspergb");
        if (perGiB != null && located != null && located.node().get("parameters") instanceof MappingNode given) {
            // They are counted for the size, and that number is what comes back.
            for (MappingNode.Entry entry : given.entries()) {
                if (entry.key().equalsIgnoreCase("iopsPerGB")) {
                    context.all().at(entry.value()).resolved();
                }
            }
        }
        if (perGiB == null || size == null) {
            return number("iops");
        }
        long most = type().equals("gp3") ? 16_000 : 64_000;
        return (int) Math.min(most, Math.max(type().equals("gp3") ? 3_000 : 100, (long) perGiB * size));
    }

    /** The class's type; of a class that is not in the input its name may tell. */
    private String type() {
        String type = parameters.get("type");
        String name = claim.getStorageClassName();
        if (type != null) {
            return type;
        }
        return located == null && name != null && TYPES.contains(name) ? name : "gp3";
    }

    private void sayClass() {
        String name = claim.getStorageClassName();
        if (located == null && name != null && !name.isEmpty() && !TYPES.contains(name)) {
            find(
                    FindingCode.STORAGE_CLASS_ASSUMED,
                    "StorageClass " + name + " is not in the input; the volume is gp3 with ext4",
                    "give it as a further input: kubectl get storageclass " + Shell.word(name) + " -o yaml",
                    "storageClassName");
        } else if (located == null) {
            find(
                    FindingCode.STORAGE_CLASS_ASSUMED,
                    "the volume is " + type() + " with ext4, as the EBS driver makes it",
                    null,
                    "storageClassName");
        }
        if (located == null || !(located.object() instanceof StorageClass made)) {
            return;
        }
        if (!isOfTheDriver(made)) {
            find(
                    FindingCode.STORAGE_CLASS_ASSUMED,
                    "StorageClass " + name + " is no class of the EBS driver; the volume is gp3 with ext4",
                    null,
                    "storageClassName");
            sayOfClass("AWS has no storage of " + made.getProvisioner(), "parameters");
        } else if (made.getParameters() != null) {
            for (String parameter : made.getParameters().keySet()) {
                if (!READ.contains(parameter.toLowerCase(Locale.ROOT)) && !parameter.startsWith(TAG)) {
                    sayOfClass("ECS has no setting " + parameter + " for EBS volumes", "parameters", parameter);
                }
            }
        }
        for (String member : List.of("mountOptions", "allowedTopologies")) {
            if (located.node().has(member)) {
                sayOfClass("ECS has no " + member + " for EBS volumes", member);
            }
        }
    }

    private void sayClaim() {
        if (claim.getAccessModes() != null
                && !claim.getAccessModes().isEmpty()
                && !claim.getAccessModes().equals(List.of(Claims.READ_WRITE_ONCE))) {
            find(
                    FindingCode.NO_ECS_COUNTERPART,
                    "an EBS volume of ECS is for one task, which reads and writes it",
                    "use EFS for what several tasks mount",
                    "accessModes");
        }
        if ("Block".equals(claim.getVolumeMode())) {
            find(FindingCode.NO_ECS_COUNTERPART, "ECS mounts file systems, not raw volumes", null, "volumeMode");
        }
        if (claim.getSelector() != null) {
            find(FindingCode.NO_ECS_COUNTERPART, "ECS makes the volume anew", null, "selector");
        }
        if (claim.getVolumeName() != null) {
            find(FindingCode.NO_ECS_COUNTERPART, "ECS makes the volume anew", null, "volumeName");
        }
        if (claim.getVolumeAttributesClassName() != null) {
            find(
                    FindingCode.NO_ECS_COUNTERPART,
                    "the attributes of class " + claim.getVolumeAttributesClassName() + " are not read",
                    "write iops and throughput into the StorageClass",
                    "volumeAttributesClassName");
        }
        if (claim.getResources() != null
                && claim.getResources().getLimits() != null
                && !claim.getResources().getLimits().isEmpty()) {
            find(FindingCode.NO_ECS_COUNTERPART, "an EBS volume has one size", null, "resources", "limits");
        }
    }

    private void sayOfClass(String message, Object... path) {
        LocatedObject from = located;
        if (from != null) {
            String once = from.object().getMetadata().getName() + " " + message;
            context.all().shared(once, () -> {
                context.all().at(from.node(), path).report(FindingCode.NO_ECS_COUNTERPART, message);
                return "";
            });
        }
    }

    private @Nullable Integer number(String parameter) {
        String text = parameters.get(parameter);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            sayOfClass("\"" + text + "\" is no number of " + parameter, "parameters", parameter);
            return null;
        }
    }

    /** In GiB, rounded up. */
    private @Nullable Integer size() {
        Quantity size = claim.getResources() == null || claim.getResources().getRequests() == null
                ? null
                : claim.getResources().getRequests().get("storage");
        Quantities.Rounded mib = size == null ? null : Quantities.toMiB(size.toString());
        if (mib == null) {
            return null;
        }
        long gib = (mib.value() + 1023) / 1024;
        if (!mib.exact() || mib.value() % 1024 != 0) {
            find(
                    FindingCode.SIZE_ROUNDED,
                    size + " is written as " + gib + " GiB",
                    null,
                    "resources",
                    "requests",
                    "storage");
        }
        return (int) Math.min(gib, Integer.MAX_VALUE);
    }

    private @Nullable String snapshot() {
        String name =
                claim.getDataSource() == null ? null : claim.getDataSource().getName();
        String kind =
                claim.getDataSource() == null ? null : claim.getDataSource().getKind();
        if (name == null && claim.getDataSourceRef() != null) {
            name = claim.getDataSourceRef().getName();
            kind = claim.getDataSourceRef().getKind();
        }
        if (name == null) {
            return null;
        }
        String field = claim.getDataSource() == null ? "dataSourceRef" : "dataSource";
        if (!"VolumeSnapshot".equals(kind)) {
            find(
                    FindingCode.NO_ECS_COUNTERPART,
                    "ECS fills EBS volumes from snapshots only, not from a " + kind,
                    "make a snapshot of it: aws ec2 create-snapshot",
                    field);
            return null;
        }
        String handle = EbsSnapshots.handle(name, context);
        if (handle == null) {
            String wanted = name;
            String id = context.all()
                    .shared(
                            "snapshot " + context.namespace() + "/" + name,
                            () -> context.all().logicalId(wanted, "SnapshotId"));
            find(
                    FindingCode.ARN_UNKNOWN,
                    "only the cluster knows the snapshot behind VolumeSnapshot " + name + "; ${" + id + "} asks for it",
                    "kubectl get volumesnapshotcontent -o wide, or aws ec2 describe-snapshots",
                    field);
            return "${" + id + "}";
        }
        return handle;
    }

    private List<EBSTagSpecification> tags() {
        List<Tag> tags = new ArrayList<>();
        parameters.forEach((key, value) -> {
            int equals = value.indexOf('=');
            if (key.startsWith(TAG) && equals > 0) {
                tags.add(Tag.builder()
                        .key(value.substring(0, equals))
                        .value(value.substring(equals + 1))
                        .build());
            }
        });
        return tags.isEmpty()
                ? List.of()
                : List.of(EBSTagSpecification.builder()
                        .resourceType(EBSResourceType.VOLUME)
                        .tags(tags)
                        .build());
    }

    private void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        Object[] full = new Object[place.length + path.length];
        System.arraycopy(place, 0, full, 0, place.length);
        System.arraycopy(path, 0, full, place.length, path.length);
        context.at(full).report(code, message, hint);
    }

    /** Where a volume outlives its task in the cluster and cannot in ECS. */
    void sayRetained() {
        LocatedObject from = located;
        Node policy = from == null ? null : Members.at(from.node(), "reclaimPolicy");
        if (from != null && policy != null) {
            sayOfClass("ECS deletes the volumes of a service with their tasks", "reclaimPolicy");
        }
    }
}
