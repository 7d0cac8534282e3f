package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.IpAddresses;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS dnsServers and dnsSearchDomains ⇄ Kubernetes dnsConfig and dnsPolicy.
 *
 * <p>ECS replaces the servers, so the policy is {@code None}, and the cluster's own DNS is no longer asked. Search domains
 * alone are added to the cluster's. A Pod has one resolv.conf: the first container that says something is followed
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html).
 */
public final class DnsSettings implements TaskCorrespondence {
    private static final String SERVERS = "dnsServers";
    private static final String SEARCHES = "dnsSearchDomains";
    private static final int MAX_SERVERS = 3;
    private static final int MAX_SEARCHES = 32;
    private static final int MAX_SEARCH_CHARACTERS = 2048;

    @Override
    public Term term() {
        return Term.DNS_SETTINGS;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].dnsServers[]", "pod.spec.dnsConfig.nameservers"),
                OwnedField.to("containerDefinitions[].dnsSearchDomains[]", "pod.spec.dnsConfig.searches"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.nowhere("pod.spec.dnsPolicy", "ClusterFirst"),
                OwnedField.to("pod.spec.dnsConfig.nameservers[]", "containerDefinitions[].dnsServers"),
                OwnedField.to("pod.spec.dnsConfig.searches[]", "containerDefinitions[].dnsSearchDomains"),
                OwnedField.nowhere("pod.spec.dnsConfig.options[].name"),
                OwnedField.nowhere("pod.spec.dnsConfig.options[].value"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        ContainerToKubernetes servers = first(SERVERS, context);
        ContainerToKubernetes searches = first(SEARCHES, context);
        PodDNSConfig config = new PodDNSConfig();
        if (servers != null) {
            config.setNameservers(servers(servers));
        }
        if (searches != null) {
            config.setSearches(searches(searches));
        }
        if (servers != null && !config.getNameservers().isEmpty()) {
            to.getSpec().setDnsPolicy("None");
            servers.at(SERVERS)
                    .report(
                            FindingCode.CLUSTER_DNS_BYPASSED,
                            "the Pod asks only these servers; names of services in the cluster do not resolve",
                            "if it needs them: leave dnsServers out and forward the domains from CoreDNS to these servers");
        }
        if (!config.getNameservers().isEmpty() || !config.getSearches().isEmpty()) {
            to.getSpec().setDnsConfig(config);
        }
    }

    private static List<String> of(String field, ContainerDefinition definition) {
        return field.equals(SERVERS) ? definition.dnsServers() : definition.dnsSearchDomains();
    }

    /** The container whose list the Pod gets, null when none has one; the others hear about it. */
    private static @Nullable ContainerToKubernetes first(String field, TaskToKubernetes context) {
        ContainerToKubernetes first = null;
        for (ContainerToKubernetes container : context.containers()) {
            List<String> own = of(field, container.definition());
            if (own.isEmpty()) {
                continue;
            }
            if (first == null) {
                first = container;
            }
            if (!own.equals(of(field, first.definition()))) {
                container
                        .at(field)
                        .report(
                                FindingCode.ONE_PER_POD,
                                "not written: the Pod has the " + field + " of container " + first.name(),
                                "let the containers agree, or run them in different Pods");
            } else if (context.containers().size() > 1) {
                container.at(field).report(FindingCode.SHARED_BY_POD, "all containers of the Pod have these " + field);
            }
        }
        return first;
    }

    private static List<String> servers(ContainerToKubernetes container) {
        List<String> written = new ArrayList<>();
        List<String> servers = container.definition().dnsServers();
        for (int i = 0; i < servers.size(); i++) {
            String server = servers.get(i);
            if (server == null || server.isEmpty()) {
                continue;
            }
            if (!IpAddresses.isValid(server)) {
                container
                        .at(SERVERS, i)
                        .report(FindingCode.DNS_ENTRY_INVALID, "\"" + server + "\" is no IP address; it is left out");
            } else if (written.size() == MAX_SERVERS) {
                container
                        .at(SERVERS, i)
                        .report(
                                FindingCode.DNS_LIMIT,
                                server + " is left out: a Pod takes three name servers, as resolvers do");
            } else {
                written.add(server);
            }
        }
        return written;
    }

    private static List<String> searches(ContainerToKubernetes container) {
        List<String> written = new ArrayList<>();
        List<String> domains = container.definition().dnsSearchDomains();
        int characters = 0;
        for (int i = 0; i < domains.size(); i++) {
            String domain = domains.get(i);
            if (domain == null || domain.isEmpty()) {
                continue;
            }
            characters += domain.length() + 1;
            if (!isSearchDomain(domain, container.target().version().atLeast(33))) {
                container
                        .at(SEARCHES, i)
                        .report(
                                FindingCode.DNS_ENTRY_INVALID,
                                "a Pod refuses the search domain \"" + domain + "\"; it is left out");
            } else if (written.size() == MAX_SEARCHES || characters > MAX_SEARCH_CHARACTERS) {
                container
                        .at(SEARCHES, i)
                        .report(
                                FindingCode.DNS_LIMIT,
                                domain + " is left out: a Pod takes 32 search domains of 2048 characters");
            } else {
                written.add(domain);
            }
        }
        return written;
    }

    /** Since 1.33 a lone dot is allowed, for "search nothing", and an underscore in or before a label. */
    private static boolean isSearchDomain(String domain, boolean relaxed) {
        String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        if (!relaxed) {
            return Names.isDnsSubdomain(name);
        }
        String labels = name.startsWith("_") ? name.substring(1) : name;
        return name.isEmpty() || Names.isDnsSubdomain(labels.replace("._", ".").replace('_', '-'));
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        PodDNSConfig config = from.getSpec().getDnsConfig();
        if (config == null) {
            return;
        }
        for (ContainerToEcs container : context.containers()) {
            if (!config.getNameservers().isEmpty()) {
                container.definition().dnsServers(config.getNameservers());
            }
            if (!config.getSearches().isEmpty()) {
                container.definition().dnsSearchDomains(config.getSearches());
            }
        }
        if (!config.getOptions().isEmpty()) {
            context.at("spec", "dnsConfig", "options")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "a task definition has no resolver options",
                            "set them in the image, for example with RES_OPTIONS in the environment");
        }
    }
}
