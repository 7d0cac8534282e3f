package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS container hostname ⇄ Kubernetes pod hostname: a Pod has one, a DNS label, for all its containers.
 *
 * <p>A Pod in its host's network has the host's name whatever it asks for
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html).
 */
public final class Hostnames implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.HOSTNAME;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to("containerDefinitions[].hostname", "pod.spec.hostname"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.hostname", "containerDefinitions[].hostname"),
                OwnedField.nowhere("pod.spec.hostnameOverride"),
                OwnedField.nowhere("pod.spec.subdomain"),
                OwnedField.nowhere("pod.spec.setHostnameAsFQDN", "false"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        String first = null;
        for (ContainerToKubernetes container : context.containers()) {
            String hostname = container.definition().hostname();
            if (hostname == null || hostname.isEmpty()) {
                continue;
            }
            if (context.facts().hostNetwork()) {
                container
                        .at("hostname")
                        .report(
                                FindingCode.HOSTNAME_IGNORED,
                                "\"" + hostname
                                        + "\" is not written: in network mode host the Pod has its node's name");
            } else if (first == null) {
                first = hostname;
                write(hostname, to, container);
            } else if (!first.equals(hostname)) {
                container
                        .at("hostname")
                        .report(
                                FindingCode.ONE_PER_POD,
                                "\"" + hostname + "\" is not written: the Pod is called " + first);
            } else {
                sayShared(container);
            }
        }
    }

    private static void write(String hostname, PodTemplateSpec to, ContainerToKubernetes container) {
        String name = label(hostname);
        to.getSpec().setHostname(name);
        if (!name.equals(hostname)) {
            container
                    .at("hostname")
                    .report(
                            FindingCode.NAME_ADJUSTED,
                            "hostname \"" + hostname + "\" is written " + name,
                            hostname.startsWith(name + ".")
                                    ? "a headless Service and spec.subdomain give a Pod a longer name"
                                    : null);
        } else {
            sayShared(container);
        }
    }

    /** Of a name with dots the first label is the host's own name. */
    private static String label(String hostname) {
        int dot = hostname.indexOf('.');
        return Names.dnsLabel(dot > 0 && Names.isDnsSubdomain(hostname) ? hostname.substring(0, dot) : hostname);
    }

    private static void sayShared(ContainerToKubernetes container) {
        if (container.task().containers().size() > 1) {
            container.at("hostname").report(FindingCode.SHARED_BY_POD, "all containers of the Pod have this hostname");
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        String hostname = from.getSpec().getHostname();
        if (hostname != null
                && !hostname.isEmpty()
                && Boolean.TRUE.equals(from.getSpec().getHostNetwork())) {
            context.at("spec", "hostname")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "in the host's network a container has the name of its host; it is left out");
        } else if (hostname != null && !hostname.isEmpty()) {
            for (ContainerToEcs container : context.containers()) {
                container.definition().hostname(hostname);
            }
        }
        if (from.getSpec().getHostnameOverride() != null) {
            context.at("spec", "hostnameOverride")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "a container's hostname has no longer form of its own",
                            "on EC2 without awsvpc, set hostname in the container definition");
        }
        if (from.getSpec().getSubdomain() != null) {
            context.at("spec", "subdomain")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "a task has no name below the service's; reach tasks through Cloud Map");
        }
        if (Boolean.TRUE.equals(from.getSpec().getSetHostnameAsFQDN())) {
            context.at("spec", "setHostnameAsFQDN")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "a container's hostname is not made of the service's name",
                            "write the whole name into hostname");
        }
    }
}
