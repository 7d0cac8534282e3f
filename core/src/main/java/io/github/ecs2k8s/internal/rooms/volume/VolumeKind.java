package io.github.ecs2k8s.internal.rooms.volume;

import software.amazon.awssdk.services.ecs.model.DockerVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.Volume;

/**
 * The kind of an ECS volume, decided by which of its configurations says something: the service wants exactly one, console
 * skeletons hold all of them empty (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html).
 */
enum VolumeKind {
    EFS("efsVolumeConfiguration"),
    S3_FILES("s3filesVolumeConfiguration"),
    FSX_WINDOWS("fsxWindowsFileServerVolumeConfiguration"),
    LAUNCH("configuredAtLaunch"),
    DOCKER("dockerVolumeConfiguration"),
    /** A path of the host, or nothing at all: what is left when no other configuration says anything. */
    HOST("host");

    private final String member;

    VolumeKind(String member) {
        this.member = member;
    }

    /** The member of the volume that holds this kind's configuration. */
    String member() {
        return member;
    }

    /** The kind of a volume: the first whose configuration says something, else the only one that is there. */
    static VolumeKind of(Volume volume) {
        for (VolumeKind kind : values()) {
            if (kind.isSaid(volume)) {
                return kind;
            }
        }
        VolumeKind only = HOST;
        for (VolumeKind kind : values()) {
            if (kind != HOST && kind.isThere(volume)) {
                if (only != HOST) {
                    return HOST;
                }
                only = kind;
            }
        }
        return only;
    }

    /** Whether the configuration holds more than the empty strings and zeros of a skeleton. */
    boolean isSaid(Volume volume) {
        return switch (this) {
            case EFS ->
                volume.efsVolumeConfiguration() != null
                        && volume.efsVolumeConfiguration().fileSystemId() != null;
            case S3_FILES ->
                volume.s3filesVolumeConfiguration() != null
                        && volume.s3filesVolumeConfiguration().fileSystemArn() != null;
            case FSX_WINDOWS ->
                volume.fsxWindowsFileServerVolumeConfiguration() != null
                        && volume.fsxWindowsFileServerVolumeConfiguration().fileSystemId() != null;
            case LAUNCH -> Boolean.TRUE.equals(volume.configuredAtLaunch());
            case DOCKER -> volume.dockerVolumeConfiguration() != null && isSaid(volume.dockerVolumeConfiguration());
            case HOST -> volume.host() != null && volume.host().sourcePath() != null;
        };
    }

    private static boolean isSaid(DockerVolumeConfiguration docker) {
        return docker.driver() != null
                || !docker.driverOpts().isEmpty()
                || !docker.labels().isEmpty();
    }

    private boolean isThere(Volume volume) {
        return switch (this) {
            case EFS -> volume.efsVolumeConfiguration() != null;
            case S3_FILES -> volume.s3filesVolumeConfiguration() != null;
            case FSX_WINDOWS -> volume.fsxWindowsFileServerVolumeConfiguration() != null;
            case DOCKER -> volume.dockerVolumeConfiguration() != null;
            case LAUNCH, HOST -> false;
        };
    }
}
