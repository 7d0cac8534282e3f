package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which workloads a SecurityGroupPolicy selects: by the labels of their pods, of their ServiceAccounts, or, where it
 * says both, of both; one that says neither selects nothing
 * (https://docs.aws.amazon.com/eks/latest/userguide/sg-pods-example-deployment.html).
 */
final class PolicySelectors {
    private PolicySelectors() {}

    static boolean choose(LocatedObject located, Node policy, LaunchToEcs workload) {
        Node pods = Members.at(policy, "spec", "podSelector");
        Node accounts = Members.at(policy, "spec", "serviceAccountSelector");
        if (pods == null && accounts == null
                || pods != null && !LabelSelectors.choose(selector(pods), workload.podLabels())) {
            return false;
        }
        return accounts == null || chooseAccount(located, selector(accounts), workload);
    }

    private static boolean chooseAccount(LocatedObject located, LabelSelector selector, LaunchToEcs workload) {
        PodSpec pod = workload.template().getSpec();
        String said = pod.getServiceAccountName() == null ? pod.getServiceAccount() : pod.getServiceAccountName();
        String name = said == null ? "default" : said;
        LocatedObject account = workload.all().lookUp("ServiceAccount", name, workload.namespace());
        if (account != null) {
            Map<String, String> labels = account.object().getMetadata().getLabels();
            return LabelSelectors.choose(selector, labels == null ? Map.of() : labels);
        }
        if (said != null) {
            workload.all()
                    .at(located.node(), "spec", "serviceAccountSelector")
                    .report(
                            FindingCode.SERVICE_ACCOUNT_UNKNOWN,
                            "ServiceAccount " + name + " is not in the input; whether its labels give "
                                    + workload.name()
                                    + " these security groups cannot be told, and it gets none of them",
                            "give its manifest as a further input");
        }
        // A cluster makes the account default of each namespace itself, without labels.
        return said == null && LabelSelectors.choose(selector, Map.of());
    }

    /** A selector as a custom resource writes it, which has no model. */
    private static LabelSelector selector(Node node) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (MappingNode.Entry entry : Members.entries(node, "matchLabels")) {
            labels.put(entry.key(), entry.value() instanceof ScalarNode value ? value.text() : "");
        }
        List<LabelSelectorRequirement> expressions = new ArrayList<>();
        for (Node item : Members.items(node, "matchExpressions")) {
            LabelSelectorRequirement expression = new LabelSelectorRequirement();
            expression.setKey(Members.text(item, "key"));
            expression.setOperator(Members.text(item, "operator"));
            List<String> values = new ArrayList<>();
            for (Node value : Members.items(item, "values")) {
                values.add(value instanceof ScalarNode text ? text.text() : "");
            }
            expression.setValues(values);
            expressions.add(expression);
        }
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(labels);
        selector.setMatchExpressions(expressions);
        return selector;
    }
}
