package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.IpAddresses;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.HostEntry;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS extraHosts ⇄ Kubernetes hostAliases: names for the hosts file, grouped by address.
 *
 * <p>ECS has them per container, Kubernetes per Pod. One container may give a name two addresses on both sides; two
 * containers that give it different ones would see each other's in a Pod, so the first container wins
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostEntry.html,
 * https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/).
 */
public final class ExtraHosts implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.EXTRA_HOSTS;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].extraHosts[].hostname", "pod.spec.hostAliases[].hostnames"),
                OwnedField.to("containerDefinitions[].extraHosts[].ipAddress", "pod.spec.hostAliases[].ip"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.hostAliases[].ip", "containerDefinitions[].extraHosts[].ipAddress"),
                OwnedField.to("pod.spec.hostAliases[].hostnames[]", "containerDefinitions[].extraHosts[].hostname"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        Map<String, Integer> firstToName = new HashMap<>();
        for (ContainerToKubernetes container : context.containers()) {
            List<HostEntry> written = new ArrayList<>();
            List<HostEntry> hosts = container.definition().extraHosts();
            for (int i = 0; i < hosts.size(); i++) {
                HostEntry entry = valid(hosts.get(i), i, container);
                if (entry != null && isFree(entry, i, firstToName, container)) {
                    HostAliases.add(to.getSpec(), entry.ipAddress(), entry.hostname());
                    written.add(entry);
                }
            }
            if (written.isEmpty()) {
                continue;
            }
            if (context.containers().size() > 1) {
                container
                        .at("extraHosts")
                        .report(FindingCode.SHARED_BY_POD, "all containers of the Pod see these hosts");
            } else if (!written.equals(entries(to.getSpec()))) {
                container
                        .at("extraHosts")
                        .report(
                                FindingCode.HOSTS_REGROUPED,
                                "the hosts are grouped by address, each name once; their order changes");
            }
        }
    }

    /** The entry as a Pod accepts it; null when it has no such form, which is then said. */
    private static @Nullable HostEntry valid(HostEntry host, int index, ContainerToKubernetes container) {
        String name = host.hostname() == null ? "" : host.hostname();
        String ip = host.ipAddress() == null ? "" : host.ipAddress();
        if (name.isEmpty() && ip.isEmpty()) {
            return null;
        }
        if (name.isEmpty() || ip.isEmpty()) {
            String missing = name.isEmpty() ? "hostname" : "ipAddress";
            container.at("extraHosts", index).report(FindingCode.HOST_ENTRY_INVALID, "the entry has no " + missing);
            return null;
        }
        if (!IpAddresses.isValid(ip)) {
            container
                    .at("extraHosts", index)
                    .report(
                            FindingCode.HOST_ENTRY_INVALID,
                            "\"" + ip + "\" is no IP address; " + name + " is left out",
                            ip.equals("host-gateway")
                                    ? "the node's address is status.hostIP: give it to the container through the downward API"
                                    : null);
            return null;
        }
        String valid = HostAliases.validName(name);
        if (valid == null) {
            container
                    .at("extraHosts", index)
                    .report(
                            FindingCode.HOST_ENTRY_INVALID,
                            "a Pod refuses the host name \"" + name + "\"; it is left out",
                            "let the application use the address, or a name of letters, digits, \"-\" and \".\"");
            return null;
        }
        if (!valid.equals(name)) {
            container
                    .at("extraHosts", index, "hostname")
                    .report(FindingCode.NAME_ADJUSTED, "host name \"" + name + "\" is written " + valid);
        }
        return HostEntry.builder().hostname(valid).ipAddress(ip).build();
    }

    /** Whether no other container gives this name another address. */
    private static boolean isFree(
            HostEntry entry, int index, Map<String, Integer> firstToName, ContainerToKubernetes container) {
        Integer first = firstToName.putIfAbsent(entry.hostname(), container.index());
        String other = HostAliases.otherAddress(container.pod(), entry.ipAddress(), entry.hostname());
        if (first == null || first == container.index() || other == null) {
            return true;
        }
        container
                .at("extraHosts", index)
                .report(
                        FindingCode.HOST_CONFLICT,
                        entry.hostname() + " is " + other + " in the Pod, as another container says; "
                                + entry.ipAddress() + " is left out",
                        "use different names, or run the containers in different Pods");
        return false;
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<HostEntry> hosts = new ArrayList<>();
        List<HostAlias> aliases = from.getSpec().getHostAliases();
        for (int i = 0; i < aliases.size(); i++) {
            if (HostAliases.isExtraHost(aliases.get(i), from.getSpec())) {
                hosts.addAll(entries(aliases.get(i)));
            } else {
                context.at("spec", "hostAliases", i)
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                "where containers share localhost, ECS takes no other name for it",
                                "let the application connect to localhost");
            }
        }
        if (hosts.isEmpty()) {
            return;
        }
        for (ContainerToEcs container : context.containers()) {
            container.definition().extraHosts(hosts);
        }
    }

    private static List<HostEntry> entries(PodSpec pod) {
        List<HostEntry> hosts = new ArrayList<>();
        for (HostAlias alias : pod.getHostAliases()) {
            hosts.addAll(entries(alias));
        }
        return hosts;
    }

    private static List<HostEntry> entries(HostAlias alias) {
        List<HostEntry> hosts = new ArrayList<>();
        for (String name : alias.getHostnames()) {
            hosts.add(
                    HostEntry.builder().hostname(name).ipAddress(alias.getIp()).build());
        }
        return hosts;
    }
}
