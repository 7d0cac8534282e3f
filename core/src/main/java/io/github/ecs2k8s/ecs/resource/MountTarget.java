package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon EFS mount target (https://docs.aws.amazon.com/efs/latest/ug/API_MountTargetDescription.html). */
public record MountTarget(
        @Nullable String ownerId,
        @Nullable String mountTargetId,
        @Nullable String fileSystemId,
        @Nullable String subnetId,
        @Nullable String lifeCycleState,
        @Nullable String ipAddress,
        @Nullable String ipv6Address,
        @Nullable String networkInterfaceId,
        @Nullable String availabilityZoneId,
        @Nullable String availabilityZoneName,
        @Nullable String vpcId,
        @Nullable String ipAddressType,
        List<String> securityGroups) {

    public MountTarget {
        securityGroups = Copies.of(securityGroups);
    }
}
