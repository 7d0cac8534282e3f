package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecretReference;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.FSxWindowsFileServerAuthorizationConfig;
import software.amazon.awssdk.services.ecs.model.FSxWindowsFileServerVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS fsxWindowsFileServerVolumeConfiguration ⇄ Kubernetes PersistentVolume of the SMB CSI driver, with a Secret.
 *
 * <p>ECS looks the file system's DNS name up by its id; the driver wants the name itself. It reads {@code username},
 * {@code password} and {@code domain} from the Secret
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html,
 * https://github.com/kubernetes-csi/csi-driver-smb/blob/master/docs/driver-parameters.md).
 */
public final class FsxWindowsVolumes implements TaskCorrespondence {
    private static final String FSX = VolumeKind.FSX_WINDOWS.member();
    private static final String AUTHORIZATION = "authorizationConfig";
    private static final String CREDENTIALS = "credentialsParameter";
    private static final String CREDENTIALS_ARN = "ecs2k8s.io/credentials";
    private static final String SOURCE = "source";

    /** Windows shares are not mounted without credentials, and nobody but the account has them. */
    private static final String ASKED_FOR = "${ShareCredentialsArn}";

    private static final String ASKED_FOR_DOMAIN = "${ShareDomain}";

    @Override
    public Term term() {
        return Term.FSX_WINDOWS_VOLUME;
    }

    @Override
    public List<OwnedField> ecs() {
        String fsx = "volumes[].fsxWindowsFileServerVolumeConfiguration.";
        String source = "PersistentVolume.spec.csi.volumeAttributes";
        return List.of(
                OwnedField.to(fsx + "fileSystemId", source),
                OwnedField.to(fsx + "rootDirectory", source),
                OwnedField.to(
                        fsx + "authorizationConfig.credentialsParameter",
                        "PersistentVolume.spec.csi.nodeStageSecretRef"),
                OwnedField.to(fsx + "authorizationConfig.domain", source));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String fsx = "volumes[].fsxWindowsFileServerVolumeConfiguration.";
        return List.of(
                OwnedField.to("PersistentVolume.spec.csi.volumeAttributes{}", fsx + "rootDirectory"),
                OwnedField.to(
                        "PersistentVolume.spec.csi.nodeStageSecretRef.name",
                        fsx + "authorizationConfig.credentialsParameter"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (Declared declared : DeclaredVolumes.of(VolumeKind.FSX_WINDOWS, context)) {
            FSxWindowsFileServerVolumeConfiguration fsx = declared.volume().fsxWindowsFileServerVolumeConfiguration();
            if (fsx.fileSystemId() == null) {
                declared.find(
                        FindingCode.INVALID_VALUE,
                        "the volume names no file system; nothing is written for it",
                        "add \"fileSystemId\"");
            } else {
                mount(fsx, declared);
            }
        }
    }

    private static void mount(FSxWindowsFileServerVolumeConfiguration fsx, Declared declared) {
        FSxWindowsFileServerAuthorizationConfig authorization = fsx.authorizationConfig();
        String domain = authorization == null ? null : authorization.domain();
        SmbShare share = SmbShare.of(fsx.fileSystemId(), domain, fsx.rootDirectory());
        CSIPersistentVolumeSource csi = new CSIPersistentVolumeSource();
        csi.setDriver(PodVolumes.SMB_DRIVER);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(SOURCE, share.source());
        csi.setVolumeAttributes(attributes);
        PersistentVolumeSpec spec = new PersistentVolumeSpec();
        spec.setCsi(csi);
        PersistentVolume volume = Claims.mountExisting(declared, spec);
        // Unique in the cluster, as the driver asks.
        csi.setVolumeHandle(volume.getMetadata().getName());
        report(fsx, share, declared);
        if (authorization != null && authorization.credentialsParameter() != null) {
            authorize(authorization.credentialsParameter(), domain, volume, declared);
        }
    }

    private static void report(FSxWindowsFileServerVolumeConfiguration fsx, SmbShare share, Declared declared) {
        declared.find(
                FindingCode.SIZE_REQUIRED,
                "a share has no size; 1Gi is written because the API asks for one",
                null,
                FSX);
        declared.find(
                FindingCode.FSX_ADDRESS,
                "the task definition has no DNS name of the file system; " + share.host() + " is written",
                "compare: aws fsx describe-file-systems --file-system-ids " + Shell.word(fsx.fileSystemId())
                        + " --query FileSystems[].DNSName",
                FSX,
                "fileSystemId");
        if (fsx.rootDirectory() != null && !fsx.rootDirectory().equals(share.rootDirectory())) {
            declared.find(
                    FindingCode.PATH_ADJUSTED, "the share is written " + share.source(), null, FSX, "rootDirectory");
        }
    }

    private static void authorize(
            String credentials, @Nullable String domain, PersistentVolume volume, Declared declared) {
        io.github.ecs2k8s.ecs.SecretReference reference = io.github.ecs2k8s.ecs.SecretReference.parse(credentials);
        if (reference == null) {
            declared.find(
                    FindingCode.INVALID_VALUE,
                    "no Secrets Manager secret and no parameter; the share is mounted without credentials",
                    null,
                    FSX,
                    AUTHORIZATION,
                    CREDENTIALS);
            return;
        }
        TaskToKubernetes context = declared.context();
        SecretDemands.Demand secret = context.bundle().secrets().of(reference);
        secret.firstAskedAt(context.node(), "volumes", declared.index(), FSX, AUTHORIZATION, CREDENTIALS);
        secret.key("username", part(reference, "username"));
        secret.key("password", part(reference, "password"));
        String namespace = context.bundle().options().namespace();
        volume.getSpec()
                .getCsi()
                .setNodeStageSecretRef(new SecretReference(secret.name(), namespace == null ? "default" : namespace));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(CREDENTIALS_ARN, credentials);
        volume.getMetadata().setAnnotations(annotations);
        if (namespace == null) {
            declared.find(
                    FindingCode.SECRET_NAMESPACE,
                    "a PersistentVolume names the namespace of its Secret; default is written",
                    "give the namespace: --namespace",
                    FSX,
                    AUTHORIZATION,
                    CREDENTIALS);
        }
        if (domain != null) {
            declared.find(
                    FindingCode.FSX_DOMAIN,
                    "the driver takes the domain from the Secret, beside username and password",
                    "add the key domain with " + domain + " to Secret " + secret.name(),
                    FSX,
                    AUTHORIZATION,
                    "domain");
        }
    }

    /** One key of the JSON text that ECS wants in the secret or parameter. */
    private static io.github.ecs2k8s.ecs.SecretReference part(io.github.ecs2k8s.ecs.SecretReference whole, String key) {
        return new io.github.ecs2k8s.ecs.SecretReference(
                whole.service(),
                whole.source(),
                whole.name(),
                whole.region(),
                key,
                whole.versionStage(),
                whole.versionId());
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<Volume> volumes = context.pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            PersistentVolume found = PodVolumes.persistentVolume(volumes.get(i), context);
            if (found != null && PodVolumes.source(volumes.get(i), context) == PodVolumes.Source.SMB) {
                context.addVolume(
                        i,
                        software.amazon.awssdk.services.ecs.model.Volume.builder()
                                .name(volumes.get(i).getName())
                                .fsxWindowsFileServerVolumeConfiguration(configuration(found, i, context))
                                .build());
            }
        }
    }

    private static FSxWindowsFileServerVolumeConfiguration configuration(
            PersistentVolume volume, int index, TaskToEcs context) {
        CSIPersistentVolumeSource csi = volume.getSpec().getCsi();
        String source = csi.getVolumeAttributes() == null
                ? null
                : csi.getVolumeAttributes().get(SOURCE);
        SmbShare share = SmbShare.parse(source == null ? "" : source);
        if (!share.fileSystem().startsWith("fs-")) {
            unknown(
                    "ECS mounts shares of FSx only, by the file system's id; " + share.host() + " is none",
                    index,
                    context);
            LocatedObject located =
                    Claims.locatedVolume(context.pod().getVolumes().get(index), context);
            if (located != null) {
                context.all().at(located.node(), "spec", "csi").resolved();
            }
        }
        Map<String, String> annotations = volume.getMetadata().getAnnotations();
        String credentials = annotations == null ? null : annotations.get(CREDENTIALS_ARN);
        if (credentials == null) {
            unknown(
                    "ECS wants the ARN of a secret with username and password; it is asked for as " + ASKED_FOR,
                    index,
                    context);
        }
        if (share.domain() == null) {
            unknown(
                    "ECS wants the Active Directory domain of the share; it is asked for as " + ASKED_FOR_DOMAIN,
                    index,
                    context);
        }
        ElasticStorage.reportOptions(volume.getSpec().getMountOptions(), index, context);
        return FSxWindowsFileServerVolumeConfiguration.builder()
                .fileSystemId(share.fileSystem())
                .rootDirectory(share.rootDirectory())
                .authorizationConfig(FSxWindowsFileServerAuthorizationConfig.builder()
                        .credentialsParameter(credentials == null ? ASKED_FOR : credentials)
                        .domain(share.domain() == null ? ASKED_FOR_DOMAIN : share.domain())
                        .build())
                .build();
    }

    private static void unknown(String message, int index, TaskToEcs context) {
        context.at("spec", "volumes", index)
                .report(FindingCode.ARN_UNKNOWN, message, "complete the volume's configuration");
    }
}
