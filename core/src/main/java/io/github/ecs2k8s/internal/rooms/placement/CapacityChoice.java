package io.github.ecs2k8s.internal.rooms.placement;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.options.LaunchType;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

/**
 * What a pod says about Spot → capacity providers of Fargate, which a cluster must have beside FARGATE; which providers it has for
 * instances nobody knows
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html).
 */
final class CapacityChoice {
    private static final String FARGATE = "FARGATE";
    private static final String FARGATE_SPOT = "FARGATE_SPOT";
    private static final String ASSOCIATE = "the cluster needs it: aws ecs put-cluster-capacity-providers"
            + " --capacity-providers FARGATE FARGATE_SPOT --default-capacity-provider-strategy [] --cluster ...";

    private final LaunchToEcs context;
    private final boolean fargate;
    private int spot;
    private int onDemand;
    private boolean onlySpot;
    private boolean onlyOnDemand;

    CapacityChoice(LaunchToEcs context) {
        this.context = context;
        this.fargate = context.launchType() == LaunchType.FARGATE;
        for (RequestedCapacity wish : RequestedCapacity.of(context.template().getSpec())) {
            if (fargate) {
                onFargate(wish);
            } else {
                onInstances(wish);
            }
        }
    }

    /** The strategy, empty where a launch type says it. */
    List<CapacityProviderStrategyItem> strategy() {
        List<CapacityProviderStrategyItem> items = new ArrayList<>();
        if (onlySpot) {
            items.add(item(FARGATE_SPOT, 1));
        } else if (spot > 0 && !onlyOnDemand) {
            int divisor = divisor(spot, onDemand);
            items.add(item(FARGATE_SPOT, spot / divisor));
            if (onDemand > 0) {
                items.add(0, item(FARGATE, onDemand / divisor));
            }
        }
        return items;
    }

    private void onFargate(RequestedCapacity wish) {
        boolean required = wish.weight() == 0;
        switch (wish.capacity()) {
            case SPOT -> {
                if (context.windows()) {
                    refuse("Windows tasks do not run on Fargate Spot", wish);
                    return;
                }
                onlySpot |= required;
                spot += wish.weight();
                context.inPod()
                        .at(wish.path())
                        .report(
                                FindingCode.SPOT_CAPACITY,
                                "written as capacity provider " + FARGATE_SPOT
                                        + (required ? "" : ", which is no mere wish there"),
                                ASSOCIATE);
            }
            case ON_DEMAND -> {
                onlyOnDemand |= required;
                onDemand += wish.weight();
                sayFargate("capacity of Fargate is on demand unless FARGATE_SPOT is asked for", wish);
            }
            case FARGATE -> sayFargate("launch type FARGATE says the same", wish);
            case INSTANCES -> refuse("the task definition is for Fargate, not for instances", wish);
        }
    }

    private void sayFargate(String message, RequestedCapacity wish) {
        context.inPod().at(wish.path()).report(FindingCode.FARGATE_PLACES, message);
    }

    private void refuse(String message, RequestedCapacity wish) {
        context.inPod().at(wish.path()).report(FindingCode.FARGATE_REFUSES, message, "--launch-type ec2");
    }

    private void onInstances(RequestedCapacity wish) {
        boolean noInstances = wish.capacity() == Capacity.FARGATE;
        context.inPod()
                .at(wish.path())
                .report(
                        FindingCode.SPOT_CAPACITY,
                        noInstances
                                ? "the task definition is for instances, not for Fargate"
                                : "which capacity provider has "
                                        + (wish.capacity() == Capacity.SPOT ? "Spot" : "on-demand")
                                        + " instances is not known; none is written",
                        noInstances
                                ? "--launch-type fargate"
                                : "make a capacity provider on an Auto Scaling group of them, and name it in"
                                        + " capacityProviderStrategy");
    }

    private static CapacityProviderStrategyItem item(String provider, int weight) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(provider)
                .weight(weight)
                .build();
    }

    private static int divisor(int one, int other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
