package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.internal.write.Naming;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.EFSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.ProxyConfiguration;

/**
 * The API's member names → CloudFormation property names: a capital first letter, and the exceptions
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html).
 */
final class TemplateNaming implements Naming {

    @Override
    public String of(Class<?> owner, String member) {
        return switch (member) {
            case "efsVolumeConfiguration" -> "EFSVolumeConfiguration";
            case "fsxWindowsFileServerVolumeConfiguration" -> "FSxWindowsFileServerVolumeConfiguration";
            case "s3filesVolumeConfiguration" -> "S3FilesVolumeConfiguration";
            case "iam" -> "IAM";
            case "fileSystemId" -> owner == EFSVolumeConfiguration.class ? "FilesystemId" : "FileSystemId";
            case "properties" -> owner == ProxyConfiguration.class ? "ProxyConfigurationProperties" : "Properties";
            case "settings" -> owner == Cluster.class ? "ClusterSettings" : "Settings";
            case "cluster" -> owner == CapacityProvider.class ? "ClusterName" : "Cluster";
            case "placementStrategy" ->
                owner == CreateServiceRequest.class ? "PlacementStrategies" : "PlacementStrategy";
            default -> Character.toUpperCase(member.charAt(0)) + member.substring(1);
        };
    }
}
