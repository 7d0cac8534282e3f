package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS links ⇄ Kubernetes localhost: the containers of a Pod share it, and the link's name becomes an alias of 127.0.0.1.
 *
 * <p>A link is {@code name:alias} or {@code name}; only the alias is a host name inside the container. What Docker also
 * does, the variables {@code DB_PORT_...}, has no counterpart, and neither has a second name for localhost in ECS
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html,
 * https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking).
 */
public final class Links implements TaskCorrespondence {
    private static final String LOCALHOST = "127.0.0.1";

    @Override
    public Term term() {
        return Term.LINK;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to("containerDefinitions[].links[]", "pod.spec.hostAliases"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        // Variables for every Service of the namespace: ECS sets none either way, and who reads them has to name them.
        return List.of(OwnedField.nowhere("pod.spec.enableServiceLinks", "true"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            List<String> links = container.definition().links();
            for (int i = 0; i < links.size(); i++) {
                if (links.get(i) != null && !links.get(i).isEmpty()) {
                    link(links.get(i), i, to, container);
                }
            }
        }
    }

    private static void link(String link, int index, PodTemplateSpec to, ContainerToKubernetes container) {
        int colon = link.indexOf(':');
        String target = colon < 0 ? link : link.substring(0, colon);
        String name = colon < 0 ? link : link.substring(colon + 1);
        if (container.task().facts().containerName(container.task().definition(), target) == null) {
            container
                    .at("links", index)
                    .report(
                            FindingCode.INVALID_VALUE,
                            "the task definition has no container \"" + target + "\" to link to");
            return;
        }
        String alias = HostAliases.validName(name);
        if (alias == null) {
            container
                    .at("links", index)
                    .report(
                            FindingCode.HOST_ENTRY_INVALID,
                            "a Pod refuses the host name \"" + name + "\"; " + target + " is reached at localhost only",
                            "let the application connect to localhost");
            return;
        }
        String other = HostAliases.otherAddress(to.getSpec(), LOCALHOST, alias);
        if (other != null) {
            container
                    .at("links", index)
                    .report(
                            FindingCode.HOST_CONFLICT,
                            alias + " is " + other + " in the Pod, as extraHosts say; the link is left out",
                            "let the application connect to localhost");
            return;
        }
        HostAliases.add(to.getSpec(), LOCALHOST, alias);
        container
                .at("links", index)
                .report(
                        FindingCode.LINK_AS_HOST_ALIAS,
                        target + " is reached at localhost; " + alias + " is an alias of it in all containers");
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        // A link needs bridge mode, in which the containers no longer share localhost as those of the Pod do.
    }
}
