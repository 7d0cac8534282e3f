package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.ecs.resource.AccessPoint;
import io.github.ecs2k8s.ecs.resource.AccessPointBuilder;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EFSAuthorizationConfig;
import software.amazon.awssdk.services.ecs.model.EFSTransitEncryption;
import software.amazon.awssdk.services.ecs.model.EFSVolumeConfiguration;

/**
 * A claim whose data outlives pods → a directory of an EFS file system, behind an access point of its own, as the EFS driver
 * provisions claims.
 *
 * <p>An EBS volume would be nearer to most storage classes, but ECS deletes it with its task: every deployment would begin
 * with an empty disk. The file system belongs to the account, unless a class of the EFS driver names it
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html,
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md#storage-class-parameters-for-dynamic-provisioning).
 */
final class ClaimDirectories {
    /** What the path of an access point may have (https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html). */
    private static final int MOST_LEVELS = 4;

    private static final int MOST_CHARACTERS = 100;

    private final Volume volume;
    private final TaskToEcs context;
    private final @Nullable LocatedObject claim;
    private final @Nullable StorageClass efsClass;
    private final @Nullable String directory;

    private ClaimDirectories(Volume volume, TaskToEcs context) {
        this.volume = volume;
        this.context = context;
        this.claim = Claims.locatedClaim(volume, context);
        this.efsClass = efsClass();
        this.directory = context.directory(volume.getName());
    }

    /** The volume configuration for a claim. */
    static EFSVolumeConfiguration of(Volume volume, int index, TaskToEcs context) {
        ClaimDirectories directory = new ClaimDirectories(volume, context);
        directory.say(index);
        return EFSVolumeConfiguration.builder()
                .fileSystemId(directory.fileSystem())
                .transitEncryption(EFSTransitEncryption.ENABLED)
                .authorizationConfig(EFSAuthorizationConfig.builder()
                        .accessPointId("${" + directory.accessPoint() + "}")
                        .build())
                .build();
    }

    private String claimName() {
        return volume.getPersistentVolumeClaim().getClaimName();
    }

    private @Nullable StorageClass efsClass() {
        String name = claim != null && claim.object() instanceof PersistentVolumeClaim found && found.getSpec() != null
                ? found.getSpec().getStorageClassName()
                : null;
        LocatedObject located = name == null || name.isEmpty() ? null : context.lookUp("StorageClass", name);
        if (located == null || !(located.object() instanceof StorageClass made)) {
            return null;
        }
        context.use(made);
        return EfsHandle.DRIVER.equals(made.getProvisioner()) ? made : null;
    }

    private @Nullable String parameter(String name) {
        return efsClass == null || efsClass.getParameters() == null
                ? null
                : efsClass.getParameters().get(name);
    }

    private String fileSystem() {
        String given = parameter("fileSystemId");
        BundleToEcs all = context.all();
        return given != null ? given : "${" + all.shared("file system", () -> all.logicalId("", "FileSystemId")) + "}";
    }

    private String accessPoint() {
        String thing = "claim " + context.namespace() + "/" + claimName() + " " + directory;
        return context.all().shared(thing, this::create);
    }

    /** Whether a directory of a claim can have an access point of its own. */
    static boolean holds(Volume volume, String directory, TaskToEcs context) {
        String path = new ClaimDirectories(volume, context).path(directory);
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            depth += path.charAt(i) == '/' ? 1 : 0;
            if ("$#<>;`|&?{}^*\n".indexOf(path.charAt(i)) >= 0) {
                return false;
            }
        }
        return depth <= MOST_LEVELS && path.length() <= MOST_CHARACTERS && !path.contains("/.");
    }

    private String path(@Nullable String inside) {
        String base = parameter("basePath") == null ? "" : parameter("basePath");
        String namespace = context.namespace() == null ? "" : context.namespace() + "/";
        String path = base + "/" + namespace + Names.dnsLabel(claimName());
        if (path.length() > MOST_CHARACTERS) {
            path = base + "/" + Names.dnsLabel(namespace + claimName());
        }
        return inside == null ? path : SubPaths.below(path, inside);
    }

    private String create() {
        String name = directory == null ? claimName() : claimName() + "-" + directory;
        String id = context.all().logicalId(name, "AccessPoint");
        context.all()
                .add(
                        ResourceKind.ACCESS_POINT,
                        AccessPointBuilder.builder()
                                .fileSystemId(fileSystem())
                                .posixUser(posixUser())
                                .rootDirectory(new AccessPoint.RootDirectory(path(directory), owner()))
                                .build(),
                        id);
        return id;
    }

    /** Only a class of the EFS driver says as whom all access is made; otherwise everybody is who they are. */
    private AccessPoint.@Nullable PosixUser posixUser() {
        Long uid = number("uid");
        Long gid = number("gid");
        return uid == null || gid == null ? null : new AccessPoint.PosixUser(uid, gid, List.of());
    }

    /** A number among the class's parameters; what is none says nothing, as to the driver. */
    private @Nullable Long number(String name) {
        String text = parameter(name);
        if (text == null || text.isEmpty() || text.length() > 10) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return Long.valueOf(text);
    }

    private AccessPoint.CreationInfo owner() {
        ClaimUsers users = ClaimUsers.of(claimName(), context);
        Long uid = number("uid");
        Long gid = number("gid");
        String permissions = parameter("directoryPerms");
        boolean known = users.uid() != null || users.gid() != null;
        return new AccessPoint.CreationInfo(
                uid != null ? uid : users.uid() == null ? Long.valueOf(0) : users.uid(),
                gid != null ? gid : users.gid() == null ? Long.valueOf(0) : users.gid(),
                permissions != null ? permissions : known ? "0775" : "0777");
    }

    private void say(int index) {
        String what = "claim " + claimName();
        context.at("spec", "volumes", index)
                .report(
                        FindingCode.CLAIM_AS_DIRECTORY,
                        what + " becomes a directory of EFS file system " + fileSystem()
                                + (efsClass == null ? ": ECS deletes EBS volumes with their task" : ""),
                        efsClass == null
                                ? "create it with mount targets in the tasks' subnets (aws efs create-file-system --encrypted) and"
                                        + " copy the data; a database is better off in RDS"
                                : null);
        if (claim != null) {
            context.use(claim.object());
            context.all().shared("said " + what + " of " + context.namespace(), () -> sayOfClaim(claim));
        }
        if (efsClass != null && claim != null) {
            LocatedObject made =
                    context.lookUp("StorageClass", efsClass.getMetadata().getName());
            context.all().shared("said class " + efsClass.getMetadata().getName(), () -> sayOfClass(made));
        }
        LocatedObject present = Claims.locatedVolume(volume, context);
        if (present != null) {
            context.use(present.object());
            context.all().shared("said " + present.object().getMetadata().getName(), () -> sayOfVolume(present));
        }
    }

    /** The size, the modes and the class of what EFS takes the place of. */
    private String sayOfClaim(LocatedObject located) {
        context.all()
                .at(located.node(), "spec")
                .report(
                        FindingCode.CLAIM_DETAIL,
                        "EFS grows with its data and every task may mount it; size, access modes and class are not written");
        if (located.object().getMetadata().getLabels() != null
                && !located.object().getMetadata().getLabels().isEmpty()) {
            context.all()
                    .at(located.node(), "metadata", "labels")
                    .report(FindingCode.CLAIM_DETAIL, "labels of claims are not written", "tag the access point");
        }
        return "";
    }

    private String sayOfClass(@Nullable LocatedObject located) {
        if (located != null) {
            context.all()
                    .at(located.node(), "parameters")
                    .report(
                            FindingCode.CLAIM_DETAIL,
                            "what the class provisions are access points, written one by one; the class is not");
        }
        return "";
    }

    private String sayOfVolume(LocatedObject located) {
        context.all()
                .at(located.node(), "spec")
                .report(
                        FindingCode.CLAIM_AS_DIRECTORY,
                        "ECS attaches no storage of this kind that is there already; the directory on EFS begins empty",
                        "copy the data: from an EBS volume or a disk by a task that mounts EFS, or with DataSync");
        return "";
    }
}
