package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch Logs log group (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html).
 */
public record LogGroup(
        @Nullable String logGroupName,
        @Nullable Long creationTime,
        @Nullable Integer retentionInDays,
        @Nullable Integer metricFilterCount,
        @Nullable String arn,
        @Nullable Long storedBytes,
        @Nullable String kmsKeyId,
        @Nullable String dataProtectionStatus,
        List<String> inheritedProperties,
        @Nullable String logGroupClass,
        @Nullable String logGroupArn,
        @Nullable Boolean deletionProtectionEnabled,
        @Nullable Boolean bearerTokenAuthenticationEnabled,
        @Nullable Node dataProtectionPolicy,
        List<Node> fieldIndexPolicies,
        @Nullable Node resourcePolicyDocument,
        List<Tag> tags) {

    public LogGroup {
        inheritedProperties = Copies.of(inheritedProperties);
        fieldIndexPolicies = Copies.of(fieldIndexPolicies);
        tags = Copies.of(tags);
    }
}
