package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Target group: where a load balancer sends requests, and how it tells which targets are healthy
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html).
 */
@WithBuilder
public record TargetGroup(
        @Nullable String targetGroupArn,
        @Nullable String targetGroupName,
        @Nullable String protocol,
        @Nullable Integer port,
        @Nullable String vpcId,
        @Nullable String healthCheckProtocol,
        @Nullable String healthCheckPort,
        @Nullable Boolean healthCheckEnabled,
        @Nullable Integer healthCheckIntervalSeconds,
        @Nullable Integer healthCheckTimeoutSeconds,
        @Nullable Integer healthyThresholdCount,
        @Nullable Integer unhealthyThresholdCount,
        @Nullable String healthCheckPath,
        @Nullable Matcher matcher,
        List<String> loadBalancerArns,
        @Nullable String targetType,
        @Nullable String protocolVersion,
        @Nullable String ipAddressType,
        @Nullable Integer targetControlPort,
        @Nullable String name,
        List<Tag> tags,
        List<Attribute> targetGroupAttributes,
        List<TargetDescription> targets) {

    public TargetGroup {
        loadBalancerArns = Copies.of(loadBalancerArns);
        tags = Copies.of(tags);
        targetGroupAttributes = Copies.of(targetGroupAttributes);
        targets = Copies.of(targets);
    }

    /** Status codes of a healthy target: {@code 200}, {@code 200,301} or {@code 200-299}. */
    public record Matcher(
            @Nullable String httpCode, @Nullable String grpcCode) {}

    /** Target that is registered by hand. */
    public record TargetDescription(
            @Nullable String availabilityZone,
            @Nullable String id,
            @Nullable Integer port,
            @Nullable String quicServerId) {}
}
