package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;

/** The security groups of a translation: what references to them mean, and which workloads carry them. */
final class Groups {
    private final BundleToKubernetes bundle;
    private final Resources resources;
    private final Map<String, @Nullable Group> known = new LinkedHashMap<>();
    private @Nullable Map<String, Set<LaunchToKubernetes>> carriers;
    private @Nullable Map<String, List<Resource<SecurityGroupRule>>> rulesByOwner;

    Groups(BundleToKubernetes bundle) {
        this.bundle = bundle;
        this.resources = bundle.resources();
    }

    /** The references to groups in what runs a task. */
    static List<String> references(LaunchToKubernetes launch) {
        NetworkConfiguration network = launch.settings().networkConfiguration();
        return network == null || network.awsvpcConfiguration() == null
                ? List.of()
                : network.awsvpcConfiguration().securityGroups();
    }

    /** The group that a reference means, null when its rules are not in the input. */
    @Nullable Group find(String reference, Node from) {
        String key = key(reference, from);
        if (!known.containsKey(key)) {
            known.put(key, read(reference, key, from));
        }
        return known.get(key);
    }

    /** The same for every way of referring to one group. */
    String key(String reference, Node from) {
        Resource<SecurityGroup> resource = resources.find(SecurityGroup.class, reference, from);
        return resource == null ? reference : key(resource);
    }

    private static String key(Resource<SecurityGroup> resource) {
        return resource.node().location().file() + "#" + resource.node().pointer();
    }

    /** All groups of the input by their keys, those of which only rules are there among them. */
    Map<String, Group> all() {
        Map<String, Group> all = new LinkedHashMap<>();
        for (Resource<SecurityGroup> resource : resources.of(SecurityGroup.class)) {
            String key = key(resource);
            String id = resource.value().groupId() == null
                    ? resource.logicalId()
                    : resource.value().groupId();
            all.put(
                    key,
                    new Group(resource, id == null ? key : id, rulesByOwner().getOrDefault(key, List.of())));
        }
        rulesByOwner().forEach((owner, rules) -> all.putIfAbsent(owner, new Group(null, owner, rules)));
        return all;
    }

    private @Nullable Group read(String reference, String key, Node from) {
        Resource<SecurityGroup> resource = resources.find(SecurityGroup.class, reference, from);
        List<Resource<SecurityGroupRule>> rules = new ArrayList<>();
        boolean described = false;
        for (Resource<SecurityGroupRule> rule : rulesByOwner().getOrDefault(key, List.of())) {
            rules.add(rule);
            described |= rule.value().securityGroupRuleId() != null;
        }
        // A template may add a rule to a group it does not make: that is not all of the group's rules.
        return resource == null && !described ? null : new Group(resource, reference, rules);
    }

    /** The launches that carry the group a reference means, whether its rules are known or not. */
    List<LaunchToKubernetes> carriers(String reference, Node from) {
        return carriers(key(reference, from));
    }

    /** The launches that carry the group of a key. */
    List<LaunchToKubernetes> carriers(String key) {
        Map<String, Set<LaunchToKubernetes>> known = carriers;
        if (known == null) {
            known = new HashMap<>();
            for (LaunchToKubernetes launch : bundle.launches()) {
                for (String own : references(launch)) {
                    known.computeIfAbsent(key(own, launch.node()), unused -> new LinkedHashSet<>())
                            .add(launch);
                }
            }
            carriers = known;
        }
        return List.copyOf(known.getOrDefault(key, Set.of()));
    }

    private Map<String, List<Resource<SecurityGroupRule>>> rulesByOwner() {
        Map<String, List<Resource<SecurityGroupRule>>> rules = rulesByOwner;
        if (rules == null) {
            rules = new HashMap<>();
            for (Resource<SecurityGroupRule> rule : resources.of(SecurityGroupRule.class)) {
                String owner = rule.value().groupId() == null
                        ? rule.value().groupName()
                        : rule.value().groupId();
                if (owner != null) {
                    rules.computeIfAbsent(key(owner, rule.node()), unused -> new ArrayList<>())
                            .add(rule);
                }
            }
            rulesByOwner = rules;
        }
        return rules;
    }
}
