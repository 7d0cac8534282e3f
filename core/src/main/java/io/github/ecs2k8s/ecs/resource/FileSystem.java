package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon EFS file system (https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html). */
public record FileSystem(
        @Nullable String ownerId,
        @Nullable String fileSystemId,
        @Nullable String fileSystemArn,
        @Nullable String creationTime,
        @Nullable String lifeCycleState,
        @Nullable String name,
        @Nullable Integer numberOfMountTargets,
        @Nullable Size sizeInBytes,
        @Nullable String performanceMode,
        @Nullable Boolean encrypted,
        @Nullable String kmsKeyId,
        @Nullable String throughputMode,
        @Nullable Double provisionedThroughputInMibps,
        @Nullable String availabilityZoneName,
        @Nullable String availabilityZoneId,
        @ApiName(also = "FileSystemTags") List<Tag> tags,
        @Nullable Node fileSystemProtection,
        @Nullable Boolean backup,
        @Nullable Node backupPolicy,
        @Nullable Boolean bypassPolicyLockoutSafetyCheck,
        @Nullable Node fileSystemPolicy,
        List<Node> lifecyclePolicies,
        @Nullable Node replicationConfiguration) {

    public FileSystem {
        tags = Copies.of(tags);
        lifecyclePolicies = Copies.of(lifecyclePolicies);
    }

    /** Metered size of a file system in bytes. */
    public record Size(
            @Nullable Long value,
            @Nullable String timestamp,
            @Nullable Long valueInIA,
            @Nullable Long valueInStandard,
            @Nullable Long valueInArchive) {}
}
