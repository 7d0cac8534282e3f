package io.github.ecs2k8s.correspondence.volume;

import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.correspondence.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.translation.LaunchContext;
import io.github.ecs2k8s.translation.LaunchCorrespondence;
import io.github.ecs2k8s.translation.LaunchSettings.LaunchVolume;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.PodContext;
import io.github.ecs2k8s.translation.TaskContext;
import io.github.ecs2k8s.translation.TaskCorrespondence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS volume configured at launch ⇄ Kubernetes generic ephemeral volume on an EBS StorageClass: both live as long as the
 * task or pod.
 *
 * <p>A task definition only says that there is such a volume; size, type and snapshot stand in the service or in run-task,
 * and are written when the launch is known
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/configure-ebs-volume.html,
 * https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes).
 */
public final class LaunchVolumes implements TaskCorrespondence, LaunchCorrespondence {

    @Override
    public Term term() {
        return Term.LAUNCH_VOLUME;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.to(
                "volumes[].configuredAtLaunch", "pod.spec.volumes[].ephemeral.volumeClaimTemplate", "false"));
        owned.addAll(LaunchVolumeWriter.OWNED);
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        String claim = "pod.spec.volumes[].ephemeral.volumeClaimTemplate.spec.";
        return List.of(
                OwnedField.to(claim + "accessModes[]", "volumes[].configuredAtLaunch"),
                OwnedField.nowhere(claim + "resources.requests{}"),
                OwnedField.nowhere(claim + "storageClassName"),
                OwnedField.nowhere(claim + "volumeMode", "Filesystem"),
                OwnedField.nowhere(claim + "dataSource.name"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskContext context) {
        for (Declared declared : DeclaredVolumes.of(VolumeKind.LAUNCH, context)) {
            PersistentVolumeClaimTemplate template = new PersistentVolumeClaimTemplate();
            template.setSpec(Claims.claimSpec(Claims.READ_WRITE_ONCE, Claims.SOME_SIZE, null));
            Volume volume = declared.podVolume();
            volume.setEphemeral(new EphemeralVolumeSource(template));
            context.addVolume(volume);
        }
    }

    @Override
    public void toKubernetes(LaunchContext launch) {
        TaskContext context = launch.task();
        List<LaunchVolume> given = launch.settings().volumes();
        Set<Integer> taken = new HashSet<>();
        for (Declared declared : DeclaredVolumes.of(VolumeKind.LAUNCH, context)) {
            int index = -1;
            for (int i = 0; i < given.size(); i++) {
                if (declared.volume().name().equals(given.get(i).name())) {
                    index = i;
                }
            }
            PersistentVolumeClaimSpec claim = claim(declared, context);
            EbsSettings settings = index < 0 ? null : EbsSettings.of(given.get(index));
            if (claim == null) {
                continue;
            }
            taken.add(index);
            if (context.target().isEks()) {
                claim.setStorageClassName(EbsStorageClass.name(settings, context));
            }
            if (settings == null) {
                saySize(declared);
            } else {
                new LaunchVolumeWriter(launch, index, settings).write(claim);
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (!taken.contains(i)) {
                undeclared(given.get(i), i, launch);
            }
        }
    }

    /** Without the task definition nobody knows what it declares; a volume of the launch is surely meant then. */
    private static void undeclared(LaunchVolume volume, int index, LaunchContext launch) {
        EbsSettings settings = EbsSettings.of(volume);
        boolean known = launch.bundle().source().taskDefinitions().stream()
                .anyMatch(launch.launch().source()::isOf);
        if (known || settings == null || volume.name() == null) {
            launch.find(
                    FindingCode.LAUNCH_VOLUME_UNKNOWN,
                    "no volume of the task definition that is configured at launch is called " + volume.name()
                            + "; it is left out",
                    null,
                    LaunchVolumeWriter.FIELD,
                    index);
            return;
        }
        TaskContext context = launch.task();
        String storageClass = context.target().isEks() ? EbsStorageClass.name(settings, context) : null;
        PersistentVolumeClaimTemplate template = new PersistentVolumeClaimTemplate();
        template.setSpec(Claims.claimSpec(Claims.READ_WRITE_ONCE, Claims.SOME_SIZE, storageClass));
        Volume added = new Volume();
        added.setName(context.facts().addedVolumeName(Names.dnsLabel(volume.name()), "launch/" + volume.name()));
        added.setEphemeral(new EphemeralVolumeSource(template));
        context.addVolume(added);
        if (!added.getName().equals(volume.name())) {
            launch.find(
                    FindingCode.NAME_ADJUSTED,
                    "volume \"" + volume.name() + "\" is written " + added.getName(),
                    null,
                    LaunchVolumeWriter.FIELD,
                    index,
                    "name");
        }
        new LaunchVolumeWriter(launch, index, settings).write(template.getSpec());
    }

    /** The claim of the pod volume that a declared volume has become. */
    private static @Nullable PersistentVolumeClaimSpec claim(Declared declared, TaskContext context) {
        for (Volume volume : context.pod().getVolumes()) {
            if (volume.getName().equals(declared.name()) && volume.getEphemeral() != null) {
                return volume.getEphemeral().getVolumeClaimTemplate().getSpec();
            }
        }
        return null;
    }

    private static void saySize(Declared declared) {
        declared.find(
                FindingCode.LAUNCH_VOLUME_SIZE,
                "the service or run-task says how large the volume is, not the task definition; 1Gi is written",
                "set resources.requests.storage of pod volume " + declared.name()
                        + ", and its StorageClass if it is no encrypted gp3 with XFS",
                "configuredAtLaunch");
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, PodContext context) {
        List<Volume> volumes = context.pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            if (volume.getEphemeral() == null) {
                continue;
            }
            context.addVolume(
                    i,
                    software.amazon.awssdk.services.ecs.model.Volume.builder()
                            .name(volume.getName())
                            .configuredAtLaunch(true)
                            .build());
            PersistentVolumeClaimTemplate template = volume.getEphemeral().getVolumeClaimTemplate();
            context.find(
                    FindingCode.LAUNCH_CONFIGURATION,
                    "size" + size(template) + " and storage class go into the service or run-task",
                    "give --volume-configurations with a managedEBSVolume named " + volume.getName(),
                    "spec",
                    "volumes",
                    i,
                    "ephemeral");
        }
    }

    private static String size(PersistentVolumeClaimTemplate template) {
        PersistentVolumeClaimSpec spec = template == null ? null : template.getSpec();
        if (spec == null || spec.getResources() == null || spec.getResources().getRequests() == null) {
            return "";
        }
        Quantity size = spec.getResources().getRequests().get("storage");
        return size == null ? "" : " " + size;
    }
}
