package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Secrets Manager secret without its value, which is never read
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html).
 */
@WithBuilder
public record SecretDescription(
        @ApiName(
                value = "ARN",
                also = {"Id"})
        @Nullable String arn,

        @Nullable String name,
        @Nullable String type,
        @Nullable String description,
        @Nullable String kmsKeyId,
        @Nullable Boolean rotationEnabled,
        @Nullable String rotationLambdaARN,
        @Nullable Node rotationRules,
        @Nullable Node externalSecretRotationMetadata,
        @Nullable String externalSecretRotationRoleArn,
        @Nullable String lastRotatedDate,
        @Nullable String lastChangedDate,
        @Nullable String lastAccessedDate,
        @Nullable String deletedDate,
        @Nullable String nextRotationDate,
        List<Tag> tags,
        @Nullable Node versionIdsToStages,
        @Nullable String owningService,
        @Nullable String createdDate,
        @Nullable String primaryRegion,
        @Nullable Node replicationStatus,
        @Nullable Node generateSecretString,
        List<Node> replicaRegions) {

    public SecretDescription {
        tags = Copies.of(tags);
        replicaRegions = Copies.of(replicaRegions);
    }
}
