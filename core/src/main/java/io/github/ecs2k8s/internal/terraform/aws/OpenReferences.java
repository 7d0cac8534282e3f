package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Says which placeholders stay. A reference to another resource is one that rooms follow, and they say what is missing;
 * a program that gets it as text cannot.
 */
public final class OpenReferences {
    /** Members of a container definition that the container gets as they stand. */
    private static final Set<String> TEXTS = Set.of(
            "image",
            "command",
            "entryPoint",
            "environment",
            "dockerLabels",
            "hostname",
            "user",
            "workingDirectory",
            "healthCheck",
            "dnsServers",
            "dnsSearchDomains",
            "extraHosts");

    private final KnownValues known;
    private final Findings findings;
    private final Set<String> said = new HashSet<>();
    private String own = "";

    /** For one configuration. */
    public OpenReferences(KnownValues known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** Looks through the resource at an address, as the API describes it. */
    public void say(String address, MappingNode members) {
        own = address + ".";
        visit(members, false);
        for (Node container : Nodes.items(members.get("containerDefinitions"))) {
            if (container instanceof MappingNode definition) {
                for (MappingNode.Entry entry : definition.entries()) {
                    if (TEXTS.contains(entry.key())) {
                        visit(entry.value(), true);
                    }
                }
            }
        }
    }

    private void visit(Node node, boolean text) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> visit(entry.value(), text));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> visit(item, text));
        } else {
            for (String reference : Placeholder.in(((ScalarNode) node).text())) {
                if (!isSaid(reference) && (text || reference.startsWith("data.")) && said.add(reference)) {
                    say(reference, node, text);
                }
            }
        }
    }

    /** Who has found a variable without a value, or hidden what is sensitive, has said so. */
    private boolean isSaid(String reference) {
        return reference.startsWith("var.") || reference.startsWith(own) || known.isHidden(reference);
    }

    private void say(String reference, Node place, boolean text) {
        boolean data = reference.startsWith("data.");
        findings.add(new Finding(
                FindingCode.UNRESOLVED_REFERENCE,
                place.pointer().toString(),
                place.location(),
                data
                        ? "Terraform asks AWS for " + reference + "; written as a placeholder"
                        : reference + " is known only after apply; written as a placeholder",
                text
                        ? "write in the manifest what it stands for, or give the output of terraform show -json after apply"
                        : "give the output of terraform show -json, which has its value",
                null));
    }
}
