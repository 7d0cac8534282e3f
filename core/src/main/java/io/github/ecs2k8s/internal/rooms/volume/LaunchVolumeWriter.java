package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EBSTagSpecification;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Writes what a launch says of one of its volumes into the claim, and says what has no place there. */
final class LaunchVolumeWriter {
    static final String FIELD = "volumeConfigurations";

    /** The leaves of a launch that are answered for. */
    static final List<OwnedField> OWNED = owned();

    private static final String EBS = "managedEBSVolume";

    private final LaunchToKubernetes launch;
    private final int index;
    private final EbsSettings settings;

    LaunchVolumeWriter(LaunchToKubernetes launch, int index, EbsSettings settings) {
        this.launch = launch;
        this.index = index;
        this.settings = settings;
    }

    private static List<OwnedField> owned() {
        String claim = "pod.spec.volumes[].ephemeral.volumeClaimTemplate.spec.";
        String parameters = "StorageClass.parameters";
        List<OwnedField> owned = new ArrayList<>();
        for (String launch : List.of("service.", "runTask.")) {
            String ebs = launch + "volumeConfigurations[].managedEBSVolume.";
            owned.add(OwnedField.to(launch + "volumeConfigurations[].name", "pod.spec.volumes[].name"));
            owned.add(OwnedField.to(ebs + "sizeInGiB", claim + "resources.requests.storage"));
            owned.add(OwnedField.to(ebs + "snapshotId", claim + "dataSource"));
            owned.add(OwnedField.to(ebs + "volumeType", parameters, "gp3"));
            owned.add(OwnedField.to(ebs + "iops", parameters));
            owned.add(OwnedField.to(ebs + "throughput", parameters));
            owned.add(OwnedField.to(ebs + "encrypted", parameters, "true"));
            owned.add(OwnedField.to(ebs + "kmsKeyId", parameters));
            owned.add(OwnedField.to(ebs + "filesystemType", parameters, "xfs or ntfs"));
            owned.add(OwnedField.nowhere(ebs + "volumeInitializationRate"));
            owned.add(OwnedField.nowhere(ebs + "tagSpecifications[].resourceType", "volume"));
            owned.add(OwnedField.nowhere(ebs + "tagSpecifications[].propagateTags", "NONE"));
            owned.add(OwnedField.to(ebs + "tagSpecifications[].tags[].key", parameters));
            owned.add(OwnedField.to(ebs + "tagSpecifications[].tags[].value", parameters, ""));
            owned.add(OwnedField.nowhere(ebs + "roleArn"));
        }
        owned.add(OwnedField.to(
                "runTask.volumeConfigurations[].managedEBSVolume.terminationPolicy.deleteOnTermination",
                "StorageClass.reclaimPolicy",
                "true"));
        return List.copyOf(owned);
    }

    void write(PersistentVolumeClaimSpec claim) {
        size(claim);
        say("roleArn", FindingCode.LAUNCH_VOLUME_SETTING, "the driver makes volumes with a role of its own", null);
        if (!launch.target().isEks()) {
            launch.at(FIELD, index, EBS)
                    .report(
                            FindingCode.LAUNCH_VOLUME_CLASS,
                            "the cluster's default StorageClass makes the volume; of its settings only the size is written",
                            "set storageClassName to a class with such volumes");
            return;
        }
        if (launch.task().facts().fargate()) {
            launch.at(FIELD, index)
                    .report(
                            FindingCode.FARGATE_LIMIT,
                            "Fargate on EKS attaches no EBS volumes; the Pod needs an ordinary node");
        }
        snapshot(claim);
        settings();
        tags();
    }

    private void size(PersistentVolumeClaimSpec claim) {
        Integer size = settings.sizeInGiB();
        if (size != null && size > 0) {
            Map<String, Quantity> requests = new LinkedHashMap<>();
            requests.put("storage", new Quantity(size.toString(), "Gi"));
            claim.getResources().setRequests(requests);
            return;
        }
        launch.at(FIELD, index, EBS, settings.snapshotId() == null ? "sizeInGiB" : "snapshotId")
                .report(
                        FindingCode.LAUNCH_VOLUME_SIZE,
                        settings.snapshotId() == null
                                ? "neither a size nor a snapshot is given; 1Gi is written"
                                : "the volume is as large as its snapshot, and nothing says how large that is; 1Gi is written",
                        settings.snapshotId() == null
                                ? "set sizeInGiB"
                                : "aws ec2 describe-snapshots --snapshot-ids " + Shell.word(settings.snapshotId())
                                        + ", and set sizeInGiB");
    }

    private void snapshot(PersistentVolumeClaimSpec claim) {
        if (settings.snapshotId() != null && !settings.snapshotId().isEmpty()) {
            claim.setDataSource(EbsSnapshots.source(settings.snapshotId(), launch.bundle()));
            launch.at(FIELD, index, EBS, "snapshotId")
                    .report(
                            FindingCode.LAUNCH_VOLUME_SNAPSHOT,
                            "the volume is filled from VolumeSnapshot "
                                    + claim.getDataSource().getName()
                                    + (launch.namespace() == null ? " of namespace default" : ""),
                            "install the snapshot controller: aws eks create-addon --addon-name snapshot-controller");
        }
        say(
                "volumeInitializationRate",
                FindingCode.LAUNCH_VOLUME_SETTING,
                "the volume is initialized at the default rate",
                "newer versions of the EBS driver take the parameter volumeInitializationRate");
    }

    private void settings() {
        if (settings.iops() != null && !settings.takesIops()) {
            say("iops", FindingCode.LAUNCH_VOLUME_SETTING, settings.typeOrDefault() + " volumes take no IOPS", null);
        }
        if (settings.throughput() != null && !settings.takesThroughput()) {
            String why = settings.typeOrDefault() + " volumes take no throughput";
            say("throughput", FindingCode.LAUNCH_VOLUME_SETTING, why, null);
        }
        if (settings.kmsKeyId() != null && Boolean.FALSE.equals(settings.encrypted())) {
            say("kmsKeyId", FindingCode.LAUNCH_VOLUME_SETTING, "the volume is not encrypted", null);
        }
    }

    private void tags() {
        List<EBSTagSpecification> specifications = settings.tags();
        for (int i = 0; i < specifications.size(); i++) {
            EBSTagSpecification specification = specifications.get(i);
            String propagated = specification.propagateTagsAsString();
            if (propagated != null && !propagated.equals("NONE")) {
                sayTag(
                        "the tags of the " + propagated.toLowerCase(Locale.ROOT).replace('_', ' ')
                                + " are no tags of the volume",
                        i,
                        "propagateTags");
            }
            String type = specification.resourceTypeAsString();
            if (type != null && !type.equals("volume")) {
                sayTag("only volumes have tags here", i, "resourceType");
            }
            for (int j = 0; j < specification.tags().size(); j++) {
                Tag tag = specification.tags().get(j);
                if (!EbsStorageClass.isWritten(tag)) {
                    sayTag("the driver cannot set this tag", i, "tags", j);
                }
            }
        }
    }

    private void sayTag(String why, int specification, Object... rest) {
        Object[] path = new Object[rest.length + 5];
        path[0] = FIELD;
        path[1] = index;
        path[2] = EBS;
        path[3] = "tagSpecifications";
        path[4] = specification;
        System.arraycopy(rest, 0, path, 5, rest.length);
        launch.at(path)
                .report(
                        FindingCode.LAUNCH_VOLUME_SETTING,
                        why + "; not written",
                        "add tagSpecification_N parameters to the StorageClass");
    }

    /** Says why a setting is not written, where it is given. */
    private void say(String field, FindingCode code, String why, @Nullable String hint) {
        Node value = launch.at(FIELD, index, EBS).nearest().child(field);
        if (value != null && !value.isNull()) {
            launch.at(FIELD, index, EBS, field).report(code, why + "; not written", hint);
        }
    }
}
