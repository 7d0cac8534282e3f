package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.S3FilesVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS s3filesVolumeConfiguration ⇄ Kubernetes PersistentVolume of the EFS CSI driver, whose version 3 mounts S3 Files.
 *
 * <p>The handle holds ids; ECS wants whole ARNs, which stand in annotations for the way back. The connection is always
 * encrypted and authorized, by the driver's role instead of the task's
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/s3files-csi.html).
 */
public final class S3FilesVolumes implements TaskCorrespondence {
    private static final String S3_FILES = VolumeKind.S3_FILES.member();
    private static final String ACCESS_POINT_ARN = "ecs2k8s.io/access-point";

    @Override
    public Term term() {
        return Term.S3_FILES_VOLUME;
    }

    @Override
    public List<OwnedField> ecs() {
        String files = "volumes[].s3filesVolumeConfiguration.";
        String handle = "PersistentVolume.spec.csi.volumeHandle";
        return List.of(
                OwnedField.to(files + "fileSystemArn", handle),
                OwnedField.to(files + "rootDirectory", handle, "/"),
                OwnedField.nowhere(files + "transitEncryptionPort", "0"),
                OwnedField.to(files + "accessPointArn", handle));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to(
                "PersistentVolume.metadata.annotations{}", "volumes[].s3filesVolumeConfiguration.fileSystemArn"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (Declared declared : DeclaredVolumes.of(VolumeKind.S3_FILES, context)) {
            S3FilesVolumeConfiguration files = declared.volume().s3filesVolumeConfiguration();
            if (files.fileSystemArn() == null) {
                declared.find(
                        FindingCode.INVALID_VALUE,
                        "the volume names no file system; nothing is written for it",
                        "add \"fileSystemArn\"");
            } else if (context.target().isEks()) {
                mount(files, declared);
            } else {
                String arn = files.fileSystemArn();
                ElasticStorage.substitute("S3 Files " + id(arn), arn, S3_FILES, declared);
            }
        }
    }

    private static void mount(S3FilesVolumeConfiguration files, Declared declared) {
        String accessPoint = files.accessPointArn() == null ? null : id(files.accessPointArn());
        EfsHandle plain = EfsHandle.of(id(files.fileSystemArn()), files.rootDirectory(), accessPoint);
        CSIPersistentVolumeSource csi = new CSIPersistentVolumeSource();
        csi.setDriver(EfsHandle.DRIVER);
        csi.setVolumeHandle(ElasticStorage.handle(plain, EfsHandle.S3_FILES, S3_FILES, declared));
        PersistentVolumeSpec spec = new PersistentVolumeSpec();
        spec.setCsi(csi);
        Map<String, String> arns = new LinkedHashMap<>();
        arns.put(ElasticStorage.SOURCE, files.fileSystemArn());
        if (files.accessPointArn() != null) {
            arns.put(ACCESS_POINT_ARN, files.accessPointArn());
        }
        Claims.mountExisting(declared, spec).getMetadata().setAnnotations(arns);
        declared.find(
                FindingCode.SIZE_REQUIRED,
                "S3 Files has no size; 1Gi is written because the API asks for one",
                null,
                S3_FILES);
        declared.find(
                FindingCode.S3_FILES_DRIVER,
                "mounted by the EFS CSI driver 3.0 or newer with its own role, not with the task role",
                "give that role AmazonS3FilesCSIDriverPolicy, or what your task role is allowed on the file system",
                S3_FILES,
                "fileSystemArn");
        ElasticStorage.reportPort(files.transitEncryptionPort(), S3_FILES, declared);
    }

    /** The id at the end of an ARN; the text itself when it is none. */
    private static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<Volume> volumes = context.pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            if (PodVolumes.source(volumes.get(i), context) == PodVolumes.Source.S3_FILES) {
                PersistentVolume found = PodVolumes.persistentVolume(volumes.get(i), context);
                context.addVolume(
                        i,
                        software.amazon.awssdk.services.ecs.model.Volume.builder()
                                .name(volumes.get(i).getName())
                                .s3filesVolumeConfiguration(
                                        found == null
                                                ? substituted(volumes.get(i), context)
                                                : configuration(found, i, context))
                                .build());
            }
        }
    }

    private static S3FilesVolumeConfiguration substituted(Volume volume, TaskToEcs context) {
        return S3FilesVolumeConfiguration.builder()
                .fileSystemArn(ElasticStorage.substituted(volume, context))
                .build();
    }

    private static S3FilesVolumeConfiguration configuration(PersistentVolume volume, int index, TaskToEcs context) {
        String text = volume.getSpec().getCsi().getVolumeHandle();
        EfsHandle handle = EfsHandle.parse(text.substring(EfsHandle.S3_FILES.length()));
        ElasticStorage.reportOptions(volume.getSpec().getMountOptions(), index, context);
        return S3FilesVolumeConfiguration.builder()
                .fileSystemArn(arn(handle.fileSystem(), ElasticStorage.SOURCE, volume, index, context))
                .rootDirectory(handle.path().isEmpty() ? null : handle.path())
                .accessPointArn(
                        handle.accessPoint().isEmpty()
                                ? null
                                : arn(handle.accessPoint(), ACCESS_POINT_ARN, volume, index, context))
                .build();
    }

    private static String arn(String id, String annotation, PersistentVolume volume, int index, TaskToEcs context) {
        Map<String, String> annotations = volume.getMetadata().getAnnotations();
        String arn = annotations == null ? null : annotations.get(annotation);
        if (arn != null && id(arn).equals(id)) {
            return arn;
        }
        context.at("spec", "volumes", index)
                .report(
                        FindingCode.ARN_UNKNOWN,
                        "ECS wants the whole ARN of " + id + "; the id alone is written",
                        "look it up: aws s3files list-file-systems");
        return id;
    }
}
