package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EFSAuthorizationConfig;
import software.amazon.awssdk.services.ecs.model.EFSAuthorizationConfigIAM;
import software.amazon.awssdk.services.ecs.model.EFSTransitEncryption;
import software.amazon.awssdk.services.ecs.model.EFSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS efsVolumeConfiguration ⇄ Kubernetes PersistentVolume of the EFS CSI driver, bound to a claim.
 *
 * <p>The defaults are opposite: ECS encrypts in transit only when told to, the driver unless told not to, so the choice
 * is always written. Access points and IAM exist only with encryption. The driver mounts with its own role
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html,
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md#encryption-in-transit).
 */
public final class EfsVolumes implements TaskCorrespondence {
    private static final String EFS = VolumeKind.EFS.member();
    private static final String ENCRYPT_IN_TRANSIT = "encryptInTransit";
    private static final String AUTHORIZATION = "authorizationConfig";

    @Override
    public Term term() {
        return Term.EFS_VOLUME;
    }

    @Override
    public List<OwnedField> ecs() {
        String efs = "volumes[].efsVolumeConfiguration.";
        String handle = "PersistentVolume.spec.csi.volumeHandle";
        return List.of(
                OwnedField.to(efs + "fileSystemId", handle),
                OwnedField.to(efs + "rootDirectory", handle, "/"),
                OwnedField.to(efs + "transitEncryption", "PersistentVolume.spec.mountOptions", "DISABLED"),
                OwnedField.nowhere(efs + "transitEncryptionPort", "0"),
                OwnedField.to(efs + "authorizationConfig.accessPointId", handle),
                OwnedField.to(efs + "authorizationConfig.iam", "PersistentVolume.spec.mountOptions", "DISABLED"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>(ClaimDetails.owned());
        owned.add(OwnedField.to("PersistentVolume.spec.csi.volumeHandle", "volumes[].efsVolumeConfiguration"));
        owned.add(OwnedField.to("PersistentVolume.spec.csi.driver", "volumes[].efsVolumeConfiguration"));
        owned.add(OwnedField.to("PersistentVolume.spec.mountOptions[]", "volumes[].efsVolumeConfiguration"));
        return owned;
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (Declared declared : DeclaredVolumes.of(VolumeKind.EFS, context)) {
            EFSVolumeConfiguration efs = declared.volume().efsVolumeConfiguration();
            if (efs.fileSystemId() == null) {
                declared.find(
                        FindingCode.INVALID_VALUE,
                        "the volume names no file system; nothing is written for it",
                        "add \"fileSystemId\"");
            } else if (context.target().isEks()) {
                mount(efs, declared);
            } else {
                EFSAuthorizationConfig authorization = efs.authorizationConfig();
                String accessPoint = authorization == null ? null : authorization.accessPointId();
                EfsHandle handle = EfsHandle.of(efs.fileSystemId(), efs.rootDirectory(), accessPoint);
                ElasticStorage.substitute("EFS " + efs.fileSystemId(), handle.text(), EFS, declared);
            }
        }
    }

    private static void mount(EFSVolumeConfiguration efs, Declared declared) {
        EFSAuthorizationConfig authorization = efs.authorizationConfig();
        String accessPoint = authorization == null ? null : authorization.accessPointId();
        boolean iam = authorization != null && authorization.iam() == EFSAuthorizationConfigIAM.ENABLED;
        boolean encrypted = efs.transitEncryption() == EFSTransitEncryption.ENABLED;
        if (!encrypted && (iam || accessPoint != null)) {
            encrypted = true;
            declared.find(
                    FindingCode.ENCRYPTION_REQUIRED,
                    (iam ? "IAM authorization" : "an access point")
                            + " works only with encryption in transit; written so",
                    "set transitEncryption to ENABLED: ECS refuses it otherwise",
                    EFS,
                    "transitEncryption");
        }
        CSIPersistentVolumeSource csi = new CSIPersistentVolumeSource();
        csi.setDriver(EfsHandle.DRIVER);
        csi.setVolumeHandle(handle(efs, accessPoint, declared));
        PersistentVolumeSpec spec = new PersistentVolumeSpec();
        if (encrypted) {
            spec.setMountOptions(iam ? List.of("tls", "iam") : List.of("tls"));
        } else {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put(ENCRYPT_IN_TRANSIT, "false");
            csi.setVolumeAttributes(attributes);
        }
        spec.setCsi(csi);
        Claims.mountExisting(declared, spec);
        declared.find(
                FindingCode.SIZE_REQUIRED, "EFS has no size; 1Gi is written because the API asks for one", null, EFS);
        if (iam) {
            declared.find(
                    FindingCode.EFS_IAM,
                    "the driver mounts with its own role, not with the task role",
                    "allow that role elasticfilesystem:ClientMount and ClientWrite on " + efs.fileSystemId(),
                    EFS,
                    AUTHORIZATION,
                    "iam");
        }
        ElasticStorage.reportPort(efs.transitEncryptionPort(), EFS, declared);
    }

    private static String handle(EFSVolumeConfiguration efs, @Nullable String accessPoint, Declared declared) {
        String root = efs.rootDirectory();
        if (accessPoint != null && root != null && !root.isEmpty() && !root.equals("/")) {
            declared.find(
                    FindingCode.INVALID_VALUE,
                    "ECS refuses a root directory beside an access point, which has one of its own; the access point's is"
                            + " written",
                    "leave out rootDirectory, or the access point",
                    EFS,
                    "rootDirectory");
            root = null;
        }
        EfsHandle plain = EfsHandle.of(efs.fileSystemId(), root, accessPoint);
        return ElasticStorage.handle(plain, "", EFS, declared);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<Volume> volumes = context.pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            if (PodVolumes.source(volumes.get(i), context) == PodVolumes.Source.DIRECTORY) {
                context.addVolume(
                        i,
                        software.amazon.awssdk.services.ecs.model.Volume.builder()
                                .name(volumes.get(i).getName())
                                .efsVolumeConfiguration(ClaimDirectories.of(volumes.get(i), i, context))
                                .build());
            } else if (PodVolumes.source(volumes.get(i), context) == PodVolumes.Source.EFS) {
                PersistentVolumeSpec spec = PodVolumes.persistentVolumeSpec(volumes.get(i), context);
                context.addVolume(
                        i,
                        software.amazon.awssdk.services.ecs.model.Volume.builder()
                                .name(volumes.get(i).getName())
                                .efsVolumeConfiguration(
                                        spec == null
                                                ? substituted(volumes.get(i), context)
                                                : configuration(spec, i, context))
                                .build());
            }
        }
    }

    private static EFSVolumeConfiguration substituted(Volume volume, TaskToEcs context) {
        String source = ElasticStorage.substituted(volume, context);
        return configuration(EfsHandle.parse(source == null ? "" : source), true, false);
    }

    private static EFSVolumeConfiguration configuration(PersistentVolumeSpec spec, int index, TaskToEcs context) {
        String text = spec.getCsi().getVolumeHandle();
        EfsHandle handle = EfsHandle.parse(text == null ? "" : text);
        boolean iam = false;
        List<String> others = new ArrayList<>();
        for (String option : spec.getMountOptions()) {
            if (option.equals("iam")) {
                iam = true;
            } else if (option.startsWith("accesspoint=")) {
                handle = new EfsHandle(handle.fileSystem(), handle.path(), option.substring("accesspoint=".length()));
                ElasticStorage.resolveOption(option, index, context);
            } else if (!option.equals("tls")) {
                others.add(option);
            }
        }
        ElasticStorage.reportOptions(others, index, context);
        Map<String, String> attributes = spec.getCsi().getVolumeAttributes();
        boolean plain = attributes != null && "false".equalsIgnoreCase(attributes.get(ENCRYPT_IN_TRANSIT));
        return configuration(handle, !plain, iam);
    }

    private static EFSVolumeConfiguration configuration(EfsHandle handle, boolean encrypted, boolean iam) {
        String accessPoint = handle.accessPoint();
        EFSVolumeConfiguration.Builder efs = EFSVolumeConfiguration.builder().fileSystemId(handle.fileSystem());
        if (!handle.path().isEmpty()) {
            efs.rootDirectory(handle.path());
        }
        if (encrypted || iam || !accessPoint.isEmpty()) {
            efs.transitEncryption(EFSTransitEncryption.ENABLED);
        }
        if (iam || !accessPoint.isEmpty()) {
            efs.authorizationConfig(EFSAuthorizationConfig.builder()
                    .accessPointId(accessPoint.isEmpty() ? null : accessPoint)
                    .iam(iam ? EFSAuthorizationConfigIAM.ENABLED : null)
                    .build());
        }
        return efs.build();
    }
}
