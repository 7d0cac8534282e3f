package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of one CloudFormation template, unresolved. */
final class Template {
    private final MappingNode root;

    Template(MappingNode root) {
        this.root = root;
    }

    /** Whether a document is a CloudFormation template: resources with AWS types, or the format version. */
    static boolean is(MappingNode document) {
        if (document.has("AWSTemplateFormatVersion")) {
            return true;
        }
        if (document.get("Resources") instanceof MappingNode resources) {
            for (MappingNode.Entry entry : resources.entries()) {
                if (type(entry.value()).contains("::") || Loops.isLoop(entry.key())) {
                    return true;
                }
            }
        }
        return false;
    }

    static String type(Node resource) {
        return resource instanceof MappingNode mapping && mapping.get("Type") instanceof ScalarNode type
                ? type.text()
                : "";
    }

    MappingNode root() {
        return root;
    }

    /** One entry of a section, null when the section or the entry is not there. */
    @Nullable Node entry(String section, String name) {
        return root.get(section) instanceof MappingNode mapping ? mapping.get(name) : null;
    }

    /** The logical names of all resources, sorted: a template's order says nothing, and must not show in the output. */
    List<String> resources() {
        List<String> names = new ArrayList<>();
        if (root.get("Resources") instanceof MappingNode resources) {
            for (MappingNode.Entry entry : resources.entries()) {
                names.add(entry.key());
            }
        }
        Collections.sort(names);
        return names;
    }

    @Nullable MappingNode resource(String name) {
        return entry("Resources", name) instanceof MappingNode resource ? resource : null;
    }

    @Nullable MappingNode parameter(String name) {
        return entry("Parameters", name) instanceof MappingNode parameter ? parameter : null;
    }
}
