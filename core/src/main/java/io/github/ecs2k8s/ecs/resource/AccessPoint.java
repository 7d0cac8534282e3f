package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon EFS access point (https://docs.aws.amazon.com/efs/latest/ug/API_AccessPointDescription.html). */
@WithBuilder
public record AccessPoint(
        @Nullable String name,
        @ApiName(also = "AccessPointTags") List<Tag> tags,
        @Nullable String accessPointId,
        @Nullable String accessPointArn,
        @Nullable String fileSystemId,
        @Nullable PosixUser posixUser,
        @Nullable RootDirectory rootDirectory,
        @Nullable String ownerId,
        @Nullable String lifeCycleState) {

    public AccessPoint {
        tags = Copies.of(tags);
    }

    /** User that all access goes through as. */
    public record PosixUser(@Nullable Long uid, @Nullable Long gid, List<Long> secondaryGids) {

        public PosixUser {
            secondaryGids = Copies.of(secondaryGids);
        }
    }

    /** Directory that clients see as the root. */
    public record RootDirectory(
            @Nullable String path, @Nullable CreationInfo creationInfo) {}

    /** Owner and mode with which the root directory is created where it is missing. */
    public record CreationInfo(
            @Nullable Long ownerUid,
            @Nullable Long ownerGid,
            @Nullable String permissions) {}
}
