package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchSettings.LaunchVolume;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.room.TaskCorrespondence;
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
public final class LaunchVolumes implements TaskCorrespondence, LaunchCorrespondence, PodPreparation {

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
        return LaunchVolumeReader.owned();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (Declared declared : DeclaredVolumes.of(VolumeKind.LAUNCH, context)) {
            PersistentVolumeClaimTemplate template = new PersistentVolumeClaimTemplate();
            template.setSpec(Claims.claimSpec(Claims.READ_WRITE_ONCE, Claims.SOME_SIZE, null));
            Volume volume = declared.podVolume();
            volume.setEphemeral(new EphemeralVolumeSource(template));
            context.addVolume(volume);
        }
    }

    @Override
    public void toKubernetes(LaunchToKubernetes launch) {
        TaskToKubernetes context = launch.task();
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
    private static void undeclared(LaunchVolume volume, int index, LaunchToKubernetes launch) {
        EbsSettings settings = EbsSettings.of(volume);
        boolean known = TaskReferences.isInInput(launch.launch().source(), launch.bundle());
        if (known || settings == null || volume.name() == null) {
            launch.at(LaunchVolumeWriter.FIELD, index)
                    .report(
                            FindingCode.LAUNCH_VOLUME_UNKNOWN,
                            "no volume of the task definition that is configured at launch is called " + volume.name()
                                    + "; it is left out");
            return;
        }
        TaskToKubernetes context = launch.task();
        String storageClass = context.target().isEks() ? EbsStorageClass.name(settings, context) : null;
        PersistentVolumeClaimTemplate template = new PersistentVolumeClaimTemplate();
        template.setSpec(Claims.claimSpec(Claims.READ_WRITE_ONCE, Claims.SOME_SIZE, storageClass));
        Volume added = new Volume();
        added.setName(context.facts().addedVolumeName(Names.dnsLabel(volume.name()), "launch/" + volume.name()));
        added.setEphemeral(new EphemeralVolumeSource(template));
        context.addVolume(added);
        if (!added.getName().equals(volume.name())) {
            launch.at(LaunchVolumeWriter.FIELD, index, "name")
                    .report(
                            FindingCode.NAME_ADJUSTED,
                            "volume \"" + volume.name() + "\" is written " + added.getName());
        }
        new LaunchVolumeWriter(launch, index, settings).write(template.getSpec());
    }

    /** The claim of the pod volume that a declared volume has become. */
    private static @Nullable PersistentVolumeClaimSpec claim(Declared declared, TaskToKubernetes context) {
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

    /** A claim template is a volume of the pod like any other; ECS makes one for every task. */
    @Override
    public void prepare(PodDraft draft) {
        if (!(draft.workload() instanceof StatefulSet set)) {
            return;
        }
        List<PersistentVolumeClaim> claims = set.getSpec().getVolumeClaimTemplates();
        for (int i = 0; i < claims.size(); i++) {
            PersistentVolumeClaim claim = claims.get(i);
            String name =
                    claim.getMetadata() == null ? null : claim.getMetadata().getName();
            if (name == null || claim.getSpec() == null) {
                continue;
            }
            Volume volume = new Volume();
            volume.setName(name);
            if (ClaimTemplates.isShared(claim.getSpec(), draft.all())) {
                String shared = name + "-" + set.getMetadata().getName();
                volume.setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(shared, null));
            } else {
                PersistentVolumeClaimTemplate template = new PersistentVolumeClaimTemplate();
                template.setSpec(claim.getSpec());
                volume.setEphemeral(new EphemeralVolumeSource(template));
            }
            // The controller does the same with a volume of that name in the template.
            draft.edit().getVolumes().removeIf(other -> name.equals(other.getName()));
            draft.addVolume(volume, draft.inWorkload().at("spec", ClaimTemplates.FIELD, i));
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<Volume> volumes = context.pod().getVolumes();
        boolean scheduled = context.workload().getKind().equals("CronJob");
        boolean taken = false;
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            if (volume.getEphemeral() == null) {
                continue;
            }
            context.addVolume(
                    i,
                    software.amazon.awssdk.services.ecs.model.Volume.builder()
                            .name(volume.getName())
                            .configuredAtLaunch(taken || scheduled ? null : Boolean.TRUE)
                            .build());
            if (scheduled) {
                context.at("spec", "volumes", i)
                        .report(
                                FindingCode.LAUNCH_CONFIGURATION,
                                "a schedule cannot configure volumes; " + volume.getName()
                                        + " is a directory of the task's own storage",
                                "20 GiB are there; give the pod a request of ephemeral-storage for more");
            } else if (taken) {
                context.at("spec", "volumes", i)
                        .report(
                                FindingCode.VOLUME_ENDS_WITH_TASK,
                                "ECS attaches one EBS volume to a task; " + volume.getName()
                                        + " is a directory of the task's own storage",
                                "put both directories on one volume, or keep this one on EFS");
            }
            taken = true;
        }
    }

    /** As in the task definition, the first one is the one that ECS attaches. */
    @Override
    public void toEcs(LaunchToEcs context) {
        if (context.workload().getKind().equals("CronJob")) {
            return;
        }
        List<PersistentVolumeClaim> claims = ClaimTemplates.of(context.workload());
        List<Volume> volumes = context.template().getSpec().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            PersistentVolumeClaimTemplate template =
                    volume.getEphemeral() == null ? null : volume.getEphemeral().getVolumeClaimTemplate();
            boolean replaced = claims.stream()
                    .anyMatch(
                            claim -> volume.getName().equals(claim.getMetadata().getName()));
            if (template != null && template.getSpec() != null && !replaced) {
                Object[] place =
                        ClaimTemplates.place(context, "spec", "volumes", i, "ephemeral", "volumeClaimTemplate");
                ClaimTemplates.configure(volume.getName(), template.getSpec(), place, context);
                return;
            }
        }
        for (int i = 0; i < claims.size(); i++) {
            if (!ClaimTemplates.isShared(claims.get(i).getSpec(), context.all())) {
                configure(claims.get(i), i, context);
                return;
            }
        }
    }

    private static void configure(PersistentVolumeClaim claim, int index, LaunchToEcs context) {
        String name = claim.getMetadata().getName();
        Object[] place = {"spec", ClaimTemplates.FIELD, index};
        context.at(place)
                .report(
                        FindingCode.VOLUME_ENDS_WITH_TASK,
                        "every task has an EBS volume of its own, which ECS deletes with it: nothing written to " + name
                                + " survives a deployment or a failure",
                        "keep data that must survive on EFS (accessModes ReadWriteMany), or in a managed database");
        ClaimTemplates.configure(name, claim.getSpec(), place, context);
    }
}
