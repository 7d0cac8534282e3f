package io.github.ecs2k8s.internal.write.api;

import static io.github.ecs2k8s.internal.write.api.Drafts.reference;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.internal.write.ServiceParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that create the parts of a bundle, each with the members its input has in the service's API. */
final class ApiCalls {
    private final Parts parts;
    private final Drafts drafts = new Drafts();

    ApiCalls(Parts parts) {
        this.parts = parts;
    }

    /** The calls in the order to run them. */
    List<DraftCall> drafts() {
        for (Part part : parts.all()) {
            switch (part.kind()) {
                case SECURITY_GROUP, SECURITY_GROUP_RULE -> {
                    // Groups first, then all rules: two groups may allow each other.
                }
                case LOAD_BALANCER, TARGET_GROUP, LISTENER, LISTENER_RULE -> BalancerCalls.add(part, drafts);
                case SCALABLE_TARGET, SCALING_POLICY, SCHEDULED_ACTION, ALARM ->
                    new ScalingCalls(parts, drafts).add(part);
                case EVENT_RULE, SCHEDULE -> StartCalls.add(part, drafts);
                case CLOUD_MAP_NAMESPACE, CLOUD_MAP_SERVICE, CLOUD_MAP_INSTANCE -> DiscoveryCalls.add(part, drafts);
                case ROLE, STARTER_ROLE -> RoleCalls.add(part, drafts);
                case FILE_SYSTEM, MOUNT_TARGET, ACCESS_POINT, LOG_GROUP, SECRET -> store(part);
                case CLUSTER, CAPACITY_PROVIDER, CAPACITY_PROVIDER_ASSOCIATIONS -> cluster(part);
                case TASK_DEFINITION ->
                    drafts.create("ecs register-task-definition", part, RegistrationOrder.members(part.members()));
                case SERVICE -> service(part);
                case RUN_TASK -> drafts.create("ecs run-task", part, new LinkedHashMap<>(part.members()));
            }
        }
        List<DraftCall> all = new ArrayList<>(new SecurityGroupCalls(parts).drafts());
        all.addAll(drafts.all());
        return all;
    }

    private void store(Part part) {
        switch (part.kind()) {
            case FILE_SYSTEM ->
                drafts.create(
                        "efs create-file-system",
                        part,
                        "PerformanceMode Encrypted KmsKeyId ThroughputMode ProvisionedThroughputInMibps"
                                + " AvailabilityZoneName Backup Tags");
            case MOUNT_TARGET ->
                drafts.create(
                        "efs create-mount-target",
                        part,
                        "FileSystemId SubnetId IpAddress Ipv6Address IpAddressType SecurityGroups");
            case ACCESS_POINT ->
                drafts.create("efs create-access-point", part, "FileSystemId PosixUser RootDirectory Tags");
            case SECRET ->
                Drafts.require(
                        drafts.create("secretsmanager create-secret", part, "Name Description KmsKeyId Tags"),
                        "Name",
                        part.name());
            default -> logGroup(part);
        }
    }

    private void logGroup(Part part) {
        Map<String, Object> body = drafts.create(
                "logs create-log-group", part, "logGroupName kmsKeyId logGroupClass deletionProtectionEnabled");
        Drafts.require(body, "logGroupName", part.name());
        Drafts.tagsAsMap(body, PlainTrees.list(part.members(), "tags"), "tags");
        Object days = part.members().get("retentionInDays");
        if (days != null) {
            drafts.then(
                    "logs put-retention-policy",
                    part,
                    PlainTrees.of("logGroupName", reference(part), "retentionInDays", days));
        }
    }

    private void cluster(Part part) {
        switch (part.kind()) {
            case CLUSTER ->
                Drafts.require(
                        drafts.create(
                                "ecs create-cluster",
                                part,
                                "clusterName tags settings configuration capacityProviders"
                                        + " defaultCapacityProviderStrategy serviceConnectDefaults"),
                        "clusterName",
                        part.name());
            case CAPACITY_PROVIDER -> {
                Map<String, Object> body = drafts.create(
                        "ecs create-capacity-provider",
                        part,
                        "name cluster autoScalingGroupProvider managedInstancesProvider tags");
                Drafts.require(body, "name", part.name());
            }
            default -> {
                Map<String, Object> body = drafts.create(
                        "ecs put-cluster-capacity-providers",
                        part,
                        "cluster capacityProviders defaultCapacityProviderStrategy");
                Drafts.require(body, "capacityProviders", List.of());
                Drafts.require(body, "defaultCapacityProviderStrategy", List.of());
            }
        }
    }

    private void service(Part part) {
        Map<String, Object> body = new LinkedHashMap<>(part.members());
        ServiceParts.clean(body);
        Drafts.require(body, "serviceName", part.name());
        drafts.create("ecs create-service", part, body);
    }
}
