package io.github.ecs2k8s.internal.rooms.volume;

import io.github.ecs2k8s.context.tokubernetes.LaunchSettings.LaunchVolume;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EBSTagSpecification;
import software.amazon.awssdk.services.ecs.model.ServiceManagedEBSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskManagedEBSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskManagedEBSVolumeTerminationPolicy;
import software.amazon.awssdk.services.ecs.model.TaskVolumeConfiguration;

/**
 * What a service and a task run by hand say alike of an EBS volume
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html).
 *
 * @param retained whether the volume outlives its task, which only a task run by hand can say
 */
@WithBuilder
record EbsSettings(
        @Nullable String type,
        @Nullable Integer sizeInGiB,
        @Nullable Integer iops,
        @Nullable Integer throughput,
        @Nullable Boolean encrypted,
        @Nullable String kmsKeyId,
        @Nullable String fileSystem,
        @Nullable String snapshotId,
        List<EBSTagSpecification> tags,
        boolean retained) {

    /** What an entry says, null when it says nothing. */
    static @Nullable EbsSettings of(LaunchVolume volume) {
        ServiceManagedEBSVolumeConfiguration service = volume.ofService();
        if (service != null) {
            return EbsSettingsBuilder.builder()
                    .type(service.volumeType())
                    .sizeInGiB(service.sizeInGiB())
                    .iops(service.iops())
                    .throughput(service.throughput())
                    .encrypted(service.encrypted())
                    .kmsKeyId(service.kmsKeyId())
                    .fileSystem(service.filesystemTypeAsString())
                    .snapshotId(service.snapshotId())
                    .tags(service.tagSpecifications())
                    .retained(false)
                    .build();
        }
        TaskManagedEBSVolumeConfiguration task = volume.ofTask();
        if (task == null) {
            return null;
        }
        return EbsSettingsBuilder.builder()
                .type(task.volumeType())
                .sizeInGiB(task.sizeInGiB())
                .iops(task.iops())
                .throughput(task.throughput())
                .encrypted(task.encrypted())
                .kmsKeyId(task.kmsKeyId())
                .fileSystem(task.filesystemTypeAsString())
                .snapshotId(task.snapshotId())
                .tags(task.tagSpecifications())
                .retained(task.terminationPolicy() != null
                        && Boolean.FALSE.equals(task.terminationPolicy().deleteOnTermination()))
                .build();
    }

    /** What a service says of it. */
    ServiceVolumeConfiguration ofService(String name) {
        return ServiceVolumeConfiguration.builder()
                .name(name)
                .managedEBSVolume(ServiceManagedEBSVolumeConfiguration.builder()
                        .volumeType(type)
                        .sizeInGiB(sizeInGiB)
                        .iops(iops)
                        .throughput(throughput)
                        .encrypted(encrypted)
                        .kmsKeyId(kmsKeyId)
                        .filesystemType(fileSystem)
                        .snapshotId(snapshotId)
                        .tagSpecifications(tags.isEmpty() ? null : tags)
                        .build())
                .build();
    }

    /** What a task run by hand says of it. */
    TaskVolumeConfiguration ofTask(String name) {
        return TaskVolumeConfiguration.builder()
                .name(name)
                .managedEBSVolume(TaskManagedEBSVolumeConfiguration.builder()
                        .volumeType(type)
                        .sizeInGiB(sizeInGiB)
                        .iops(iops)
                        .throughput(throughput)
                        .encrypted(encrypted)
                        .kmsKeyId(kmsKeyId)
                        .filesystemType(fileSystem)
                        .snapshotId(snapshotId)
                        .tagSpecifications(tags.isEmpty() ? null : tags)
                        .terminationPolicy(
                                retained
                                        ? TaskManagedEBSVolumeTerminationPolicy.builder()
                                                .deleteOnTermination(false)
                                                .build()
                                        : null)
                        .build())
                .build();
    }

    /** The volume type; ECS takes gp3. */
    String typeOrDefault() {
        return type == null || type.isEmpty() ? "gp3" : type;
    }

    /** Whether the type can be told its IOPS. */
    boolean takesIops() {
        String kind = typeOrDefault();
        return kind.equals("gp3") || kind.equals("io1") || kind.equals("io2");
    }

    /** Whether the type can be told its throughput. */
    boolean takesThroughput() {
        return typeOrDefault().equals("gp3");
    }
}
