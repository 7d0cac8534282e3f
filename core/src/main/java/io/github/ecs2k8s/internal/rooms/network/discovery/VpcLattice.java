package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.VpcLatticeConfiguration;

/**
 * ECS registration with VPC Lattice target groups ⇄ a Service that a route of the AWS Gateway API Controller can lead to
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-vpc-lattice.html,
 * https://www.gateway-api-controller.eks.aws.dev/latest/).
 */
public final class VpcLattice implements LaunchCorrespondence {
    private static final String FIELD = "vpcLatticeConfigurations";

    @Override
    public Term term() {
        return Term.VPC_LATTICE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("service.vpcLatticeConfigurations[].roleArn"),
                OwnedField.nowhere("service.vpcLatticeConfigurations[].targetGroupArn"),
                OwnedField.to("service.vpcLatticeConfigurations[].portName", "Service.spec.ports[].targetPort"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        if (service == null) {
            return;
        }
        List<VpcLatticeConfiguration> lattices = service.vpcLatticeConfigurations();
        for (int i = 0; i < lattices.size(); i++) {
            NamedPort port = NamedPort.find(context, lattices.get(i).portName());
            if (port == null) {
                NamedPort.sayMissing(context, lattices.get(i).portName(), FIELD, i);
                continue;
            }
            ReachedServices services = context.bundle().services();
            Service reached = services.of(context, Way.CLUSTER_IP);
            services.port(reached, port.number(), port.container(), port.number(), null);
            context.at(FIELD, i)
                    .report(
                            FindingCode.VPC_LATTICE,
                            "the Pods are not registered with VPC Lattice; Service "
                                    + reached.getMetadata().getName() + " leads to them",
                            "install the AWS Gateway API Controller and add an HTTPRoute to it, with a Gateway of class"
                                    + " amazon-vpc-lattice");
        }
    }
}
