package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS proxyConfiguration ⇄ no field of a Pod: a service mesh injects its own proxy and redirects the traffic to it.
 *
 * <p>The only type is App Mesh, which AWS has discontinued
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html,
 * https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html).
 */
public final class Proxies implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.PROXY;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("proxyConfiguration.type"),
                OwnedField.nowhere("proxyConfiguration.containerName"),
                OwnedField.nowhere("proxyConfiguration.properties[].name"),
                OwnedField.nowhere("proxyConfiguration.properties[].value"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        if (from.proxyConfiguration() == null) {
            return;
        }
        String name = from.proxyConfiguration().containerName();
        String written = name == null ? null : context.facts().containerName(from, name);
        context.at("proxyConfiguration")
                .report(
                        FindingCode.PROXY_CONFIGURATION,
                        written == null
                                ? "the Pod's traffic is not redirected through a proxy"
                                : "container " + written + " runs, but the Pod's traffic is not redirected through it",
                        "App Mesh is discontinued: use a mesh that injects its own proxy (Istio, Linkerd) and remove this one");
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        // A mesh's proxy is injected at admission; a manifest has nothing to read.
    }
}
