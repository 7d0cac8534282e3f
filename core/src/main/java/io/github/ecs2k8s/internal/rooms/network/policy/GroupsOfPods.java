package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.CustomResources;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Security groups → SecurityGroupPolicy: the Pods carry the groups themselves, as the tasks did
 * (https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html).
 */
final class GroupsOfPods {
    private static final int MAX_GROUPS = 5;
    private static final String FIELD = "networkConfiguration";

    private final BundleToKubernetes bundle;
    private final Groups groups;

    GroupsOfPods(BundleToKubernetes bundle, Groups groups) {
        this.bundle = bundle;
        this.groups = groups;
    }

    void write(LaunchToKubernetes launch) {
        List<String> references = Groups.references(launch);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            if (i < MAX_GROUPS) {
                ids.add(id(references.get(i), i, launch));
            } else {
                launch.at(path(i))
                        .report(
                                FindingCode.INVALID_VALUE,
                                "a task has five security groups at most; this one is left out");
            }
        }
        String name = bundle.names("SecurityGroupPolicy").unique(Names.dnsLabel(launch.name()), launch.name());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("podSelector", map("matchLabels", launch.selector()));
        spec.put("securityGroups", map("groupIds", ids));
        GenericKubernetesResource policy =
                CustomResources.of("vpcresources.k8s.aws/v1beta1", "SecurityGroupPolicy", name, spec);
        bundle.in(launch.namespace()).add(policy);
        launch.at(FIELD, "awsvpcConfiguration", "securityGroups")
                .report(
                        FindingCode.SECURITY_GROUP_POLICY,
                        "the Pods of " + launch.name()
                                + " carry the groups themselves, on Linux nodes that support it (no t"
                                + " family), once they are made anew",
                        "let the groups admit probes from the nodes' group and let out port 53, TCP and UDP, to the group of"
                                + " the DNS Pods, which admits it; set ENABLE_POD_ENI=true on the VPC CNI, and"
                                + " DISABLE_TCP_EARLY_DEMUX=true for probes by TCP");
    }

    private static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    private static Object[] path(int index) {
        return new Object[] {FIELD, "awsvpcConfiguration", "securityGroups", index};
    }

    private String id(String reference, int index, LaunchToKubernetes launch) {
        Group group = groups.find(reference, launch.node());
        if (group != null) {
            staysInAws(group);
        }
        String id = group == null ? null : group.realId();
        if (id == null && reference.startsWith("sg-")) {
            id = reference;
        }
        if (id == null) {
            launch.at(path(index))
                    .report(
                            FindingCode.SECURITY_GROUP_ID,
                            "the id of " + reference + " is not known; the SecurityGroupPolicy has it as it is",
                            "fill in the group's id before applying the manifests");
        }
        return id == null ? reference : id;
    }

    private void staysInAws(Group group) {
        List<Resource<?>> resources = new ArrayList<>(group.rules());
        if (group.resource() != null) {
            resources.add(group.resource());
        }
        for (Resource<?> resource : resources) {
            if (!bundle.isUsed(resource)) {
                bundle.use(resource);
                bundle.at(resource.node())
                        .report(
                                FindingCode.STAYS_IN_AWS,
                                resource.title() + " stays in EC2; the Pods carry it as the tasks did");
            }
        }
    }
}
