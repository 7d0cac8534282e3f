package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.HookTasks;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.ecs.resource.LogGroup;
import io.github.ecs2k8s.ecs.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * What a bundle makes its author create, in the order to create it: its task definitions and resources under unique
 * logical ids, with references in place of ARNs and names that mean one of them; besides, references to what the account
 * has to give, the log groups that task definitions write to, and the roles that they and their schedules need and do not
 * name.
 */
public final class Parts {
    private final Naming naming;
    private final LogicalIds ids = new LogicalIds();
    private final List<Part> all = new ArrayList<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();

    private Parts(Naming naming) {
        this.naming = naming;
    }

    /** The parts of a bundle, with members spelled for a form of output. */
    public static Parts of(EcsBundle bundle, Naming naming) {
        Parts parts = new Parts(naming);
        parts.collect(bundle);
        parts.defaults.putAll(new NamedClusters(parts).add());
        new AccountReferences(parts, naming).add();
        new LogGroups(parts).add();
        new AddedExecutionRoles(parts, bundle.parameterTypes()).add();
        new InfrastructureRoles(parts).add();
        new StarterRoles(parts).add();
        parts.all.sort(Comparator.comparing(Parts::step));
        return parts;
    }

    /** The kind with whose parts a part is created; hooks run around the services. */
    private static int step(Part part) {
        String startedBy = part.kind() == PartKind.RUN_TASK ? part.text("startedBy") : null;
        int after = HookTasks.AFTER.equals(startedBy) ? 1 : 0;
        // Two steps to a kind, so that one fits between two kinds.
        return 2 * (HookTasks.BEFORE.equals(startedBy) ? PartKind.TASK_DEFINITION : part.kind()).ordinal()
                + (HookTasks.BEFORE.equals(startedBy) ? 1 : after);
    }

    /** All parts, in the order to create them. */
    public List<Part> all() {
        return all;
    }

    /** What references to the account mean where nobody says otherwise, by what stands between their braces. */
    public Map<String, String> defaults() {
        return defaults;
    }

    /** The parts of a kind. */
    public List<Part> of(PartKind kind) {
        List<Part> found = new ArrayList<>();
        for (Part part : all) {
            if (part.kind() == kind) {
                found.add(part);
            }
        }
        return found;
    }

    /** The part with a logical id; null when there is none. */
    public @Nullable Part find(String logicalId) {
        for (Part part : all) {
            if (part.logicalId().equals(logicalId)) {
                return part;
            }
        }
        return null;
    }

    /** The part that a text means which is one reference to it, to it as such or to an attribute; null for none. */
    public @Nullable Part meantBy(@Nullable String text) {
        if (text == null) {
            return null;
        }
        ReferenceText reference = ReferenceText.parse(text);
        return reference.isWhole() ? find(base(reference.pieces().get(0).text())) : null;
    }

    /** The logical id in {@code LogicalId.Attribute}. */
    public static String base(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0 ? reference : reference.substring(0, dot);
    }

    /** What follows the logical id in {@code LogicalId.Attribute}; empty when nothing does. */
    public static String attribute(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0 ? "" : reference.substring(dot + 1);
    }

    /** Adds a part under a logical id like the wanted one. */
    Part add(PartKind kind, String wanted, Map<String, Object> members) {
        Part part = new Part(kind, ids.unique(LogicalIds.pascal(wanted)), members);
        all.add(part);
        return part;
    }

    /** The name of a task definition's member in this form of output. */
    String taskDefinitionMember(String member) {
        return naming.of(TaskDefinition.class, member);
    }

    /** The name of a log group's name in this form of output. */
    String logGroupName() {
        return naming.of(LogGroup.class, "LogGroupName");
    }

    private void collect(EcsBundle bundle) {
        Map<String, String> renamed = new HashMap<>();
        List<Part> collected = new ArrayList<>();
        // Ids that are given come first: a made one gives way to them.
        for (boolean given : new boolean[] {true, false}) {
            for (TaskDefinitionSource source : bundle.taskDefinitions()) {
                if (given == (source.logicalId() != null)) {
                    String family = source.definition().family();
                    String id = take(source.logicalId(), family, PartKind.TASK_DEFINITION, renamed);
                    collected.add(new Part(PartKind.TASK_DEFINITION, id, members(source)));
                }
            }
            for (Resource<?> resource : bundle.resources().all()) {
                PartKind kind = PartKind.of(resource.kind());
                if (kind != null && given == (resource.logicalId() != null)) {
                    Part unnamed = new Part(kind, "", PlainModels.of(resource.value(), naming));
                    String id = take(resource.logicalId(), name(unnamed, resource), kind, renamed);
                    collected.add(new Part(kind, id, unnamed.members()));
                }
            }
        }
        Literals literals = new Literals(collected, renamed);
        for (Part part : collected) {
            all.add(new Part(part.kind(), part.logicalId(), literals.replace(part)));
        }
    }

    private String take(@Nullable String given, String name, PartKind kind, Map<String, String> renamed) {
        String id = ids.take(given, name, kind);
        if (given != null) {
            renamed.putIfAbsent(given, id);
        }
        return id;
    }

    private static String name(Part part, Resource<?> resource) {
        String own = part.ownName();
        if (own != null) {
            return own;
        }
        List<String> names = resource.names();
        String name = names.isEmpty() ? "" : names.get(0);
        return name.startsWith("arn:") ? Arns.name(name) : name;
    }

    private Map<String, Object> members(TaskDefinitionSource source) {
        Map<String, Object> members = PlainModels.of(source.definition(), naming);
        List<Object> tags = new ArrayList<>();
        for (Tag tag : source.tags()) {
            tags.add(PlainModels.of(tag, naming));
        }
        if (!tags.isEmpty()) {
            members.put(taskDefinitionMember("tags"), tags);
        }
        return members;
    }
}
