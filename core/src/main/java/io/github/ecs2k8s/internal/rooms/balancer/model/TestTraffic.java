package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.ecs.resource.ListenerRule;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Reached;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.options.Addon;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AdvancedConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * The rule that leads test traffic to the new tasks of a blue/green deployment ⇄ a backend with the preview Service of a
 * Rollout (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html,
 * https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/).
 */
public final class TestTraffic {
    /** What the preview Service of a workload is called after the workload's name. */
    private static final String PREVIEW = "-preview";

    private TestTraffic() {}

    /** Whether a Rollout keeps old and new pods of a service apart. */
    public static boolean isKeptApart(LaunchToKubernetes launch) {
        CreateServiceRequest service = launch.service();
        return service != null
                && launch.target().has(Addon.ARGO_ROLLOUTS)
                && service.deploymentConfiguration() != null
                && "BLUE_GREEN".equals(service.deploymentConfiguration().strategyAsString());
    }

    /** Whether a Rollout shifts the traffic of a service, as ECS does between two target groups of one rule. */
    public static boolean isShifted(LaunchToKubernetes launch) {
        CreateServiceRequest service = launch.service();
        if (service == null || !launch.target().has(Addon.ARGO_ROLLOUTS)) {
            return false;
        }
        String strategy = service.deploymentConfiguration() == null
                ? null
                : service.deploymentConfiguration().strategyAsString();
        boolean codeDeploy = service.deploymentController() != null
                && "CODE_DEPLOY".equals(service.deploymentController().typeAsString());
        return codeDeploy || strategy != null && !strategy.equals("ROLLING");
    }

    /** Whether a rule leads test traffic to a backend. */
    static boolean leadsTo(Backend backend, RoutingRule rule, BundleToKubernetes bundle) {
        CreateServiceRequest service = backend.launch().service();
        AdvancedConfiguration advanced = service == null
                ? null
                : service.loadBalancers().get(backend.entry()).advancedConfiguration();
        String test = advanced == null ? null : advanced.testListenerRule();
        return test != null
                && rule.resource() != null
                && isKeptApart(backend.launch())
                && bundle.resources()
                                .find(ListenerRule.class, test, backend.launch().node())
                        == rule.resource();
    }

    /** The port of the preview Service under which a backend is reached. */
    static @Nullable Reached preview(Backend backend, Map<String, String> settings, BundleToKubernetes bundle) {
        Service service = bundle.services()
                .named(backend.launch(), Way.CLUSTER_IP, backend.launch().name() + PREVIEW);
        service.getMetadata().getAnnotations().putAll(settings);
        ServicePort port = bundle.services().port(service, backend.port(), backend.container(), backend.port(), null);
        return port == null ? null : new Reached(service, port);
    }
}
