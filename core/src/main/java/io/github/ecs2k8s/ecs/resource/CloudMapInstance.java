package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instance that is registered with an AWS Cloud Map service
 * (https://docs.aws.amazon.com/cloud-map/latest/api/API_Instance.html).
 */
public record CloudMapInstance(
        @ApiName(also = "Id") @Nullable String instanceId,
        @ApiName(also = "InstanceAttributes") Map<String, String> attributes,
        @Nullable String createdByAccount,
        @Nullable String serviceId) {

    public CloudMapInstance {
        attributes = Copies.of(attributes);
    }
}
