package io.github.ecs2k8s.internal.rooms.network;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Subnet;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;

/**
 * ECS subnets and public address of a task ⇄ nothing in the Pod: a Pod's address is from its node's network, and it is
 * private (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html).
 */
public final class NetworkConfigurations implements LaunchCorrespondence, BundleCorrespondence {
    private static final String FIELD = "networkConfiguration";
    private static final String VPC = "awsvpcConfiguration";

    @Override
    public Term term() {
        return Term.NETWORK_CONFIGURATION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("service.networkConfiguration.awsvpcConfiguration.subnets[]"),
                OwnedField.nowhere("service.networkConfiguration.awsvpcConfiguration.assignPublicIp", "DISABLED"),
                OwnedField.nowhere("runTask.networkConfiguration.awsvpcConfiguration.subnets[]"),
                OwnedField.nowhere("runTask.networkConfiguration.awsvpcConfiguration.assignPublicIp", "DISABLED"),
                OwnedField.to("subnet.**", "NetworkPolicy.spec"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        NetworkConfiguration network = context.settings().networkConfiguration();
        AwsVpcConfiguration vpc = network == null ? null : network.awsvpcConfiguration();
        if (vpc == null) {
            return;
        }
        boolean eks = context.target().isEks();
        if (!vpc.subnets().isEmpty()) {
            context.at(FIELD, VPC, "subnets")
                    .report(
                            FindingCode.SUBNETS,
                            "a Pod is in its node's network; these subnets are not written",
                            eks
                                    ? "put the nodes of " + context.name()
                                            + ", or an ENIConfig of the VPC CNI, into them"
                                    : null);
        }
        if (vpc.assignPublicIp() == AssignPublicIp.ENABLED) {
            context.at(FIELD, VPC, "assignPublicIp")
                    .report(FindingCode.PUBLIC_ADDRESS, "a Pod has no public address", hint(eks));
        }
    }

    private static @Nullable String hint(boolean eks) {
        return eks
                ? "give its node's subnet a NAT gateway for the way out, and a Service or Ingress for the way in"
                : null;
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        for (Resource<Subnet> subnet : context.resources().of(Subnet.class)) {
            context.use(subnet);
            context.at(subnet.node())
                    .report(
                            FindingCode.STAYS_IN_AWS,
                            subnet.title()
                                    + " stays as it is; NetworkPolicies name its addresses where a load balancer is in it");
        }
    }
}
