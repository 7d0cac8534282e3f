package io.github.ecs2k8s.internal.pipeline;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.ManifestReader;
import io.github.ecs2k8s.kubernetes.ManifestWriter;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.CompactJson;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.TreeDifferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * {@code --preserve}, Kubernetes → ECS → Kubernetes: what would not come back of the manifests is kept in docker labels of
 * a task definition's first container, one for each field; whole objects that ECS has nothing for are such fields too. A
 * field that comes back as something else than it did when the label was written has been edited in ECS since, and the
 * edit wins. Of Secrets only the keys are kept, in the annotation that says them where a Secret is written without values.
 */
public final class ManifestPreservation {
    private static final String LABEL = "ecs2k8s.io/preserved";
    private static final String KEYS = "ecs2k8s.io/keys";

    private ManifestPreservation() {}

    /** A bundle without the labels, and what they said. */
    public record Kept(EcsBundle bundle, TreeDifferences residues) {

        /** The objects that came back, with everything that was kept of them. */
        public List<HasMetadata> restore(List<HasMetadata> objects) {
            if (residues.isEmpty()) {
                return objects;
            }
            List<HasMetadata> restored = new ArrayList<>();
            for (MappingNode.Entry entry : residues.restore(tree(objects)).entries()) {
                for (LocatedObject located : ManifestReader.read(entry.value(), new Findings())) {
                    restored.add(located.object());
                }
            }
            return restored;
        }
    }

    /**
     * The bundle with labels for what does not come back by itself.
     *
     * @param wanted the manifests that were read
     * @param given what the bundle becomes when it is translated to Kubernetes
     * @param findings receives what is not kept because it looks like a secret
     */
    public static EcsBundle keep(Manifests wanted, List<HasMetadata> given, EcsBundle bundle, Findings findings) {
        Confidential confidential = new Confidential();
        MappingNode residues = TreeDifferences.between(tree(wanted.bundle().objects()), tree(given))
                .censored(confidential)
                .tree();
        say(confidential, wanted, findings);
        List<TaskDefinitionSource> tasks = new ArrayList<>(bundle.taskDefinitions());
        for (MappingNode.Entry residue : residues.entries()) {
            int index = taskOf(residue.key(), tasks);
            if (index < 0) {
                return bundle;
            }
            tasks.set(index, labelled(tasks.get(index), LABEL + residue.key(), CompactJson.write(residue.value())));
        }
        return new EcsBundle(tasks, bundle.resources(), bundle.parameterTypes(), bundle.environmentFiles());
    }

    private static void say(Confidential confidential, Manifests wanted, Findings findings) {
        for (LocatedObject located : wanted.all()) {
            String object = "/" + key(located.object()).replace("~", "~0").replace("/", "~1");
            for (String path : confidential.hidden()) {
                if (path.equals(object) || path.startsWith(object + "/")) {
                    Node node = node(located.node(), path.substring(object.length()));
                    findings.add(new Finding(
                            FindingCode.SECRET_NOT_KEPT,
                            node.pointer().toString(),
                            node.location(),
                            "this looks like a secret, or cannot be told from one; docker labels keep none",
                            "keep the manifest, and put it in again there",
                            null));
                }
            }
        }
    }

    /** The nearest value that stands in the text; items of lists go by their names in a path. */
    private static Node node(Node object, String path) {
        Node here = object;
        for (String written : path.isEmpty() ? new String[0] : path.substring(1).split("/", -1)) {
            String step = written.replace("~1", "/").replace("~0", "~");
            Node next = here instanceof SequenceNode list ? item(list, step) : here.child(step);
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private static @Nullable Node item(SequenceNode list, String step) {
        for (Node item : list.items()) {
            if (item.child("name") instanceof ScalarNode name && name.text().equals(step)) {
                return item;
            }
        }
        boolean number = step.length() < 8 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && !step.isEmpty() ? list.child(Integer.parseInt(step)) : null;
    }

    /** The task definition of the object's own name, the first one for objects that have none; -1 without a container. */
    private static int taskOf(String path, List<TaskDefinitionSource> tasks) {
        int end = path.indexOf('/', 1);
        String object = end < 0 ? path.substring(1) : path.substring(1, end);
        String name = object.substring(object.lastIndexOf("~1") + 2);
        int first = -1;
        for (int i = tasks.size() - 1; i >= 0; i--) {
            TaskDefinition definition = tasks.get(i).definition();
            if (!definition.containerDefinitions().isEmpty()) {
                first = i;
                if (definition.family().equals(name)) {
                    return i;
                }
            }
        }
        return first;
    }

    private static TaskDefinitionSource labelled(TaskDefinitionSource task, String key, String value) {
        Map<String, String> labels = new LinkedHashMap<>(firstLabels(task.definition()));
        labels.put(key, value);
        return withLabels(task, labels);
    }

    private static Map<String, String> firstLabels(TaskDefinition task) {
        return task.containerDefinitions().isEmpty()
                ? Map.of()
                : task.containerDefinitions().get(0).dockerLabels();
    }

    private static TaskDefinitionSource withLabels(TaskDefinitionSource task, Map<String, String> labels) {
        List<ContainerDefinition> containers = new ArrayList<>(task.definition().containerDefinitions());
        containers.set(
                0,
                containers.get(0).toBuilder()
                        .dockerLabels(labels.isEmpty() ? null : labels)
                        .build());
        TaskDefinition definition =
                task.definition().toBuilder().containerDefinitions(containers).build();
        return new TaskDefinitionSource(definition, task.tags(), task.node(), task.tagsNode(), task.logicalId());
    }

    /** Takes the labels out of a bundle; one that nobody can read any more stays a label. */
    public static Kept take(EcsBundle bundle) {
        List<MappingNode.Entry> fields = new ArrayList<>();
        List<TaskDefinitionSource> tasks = new ArrayList<>();
        for (TaskDefinitionSource task : bundle.taskDefinitions()) {
            Map<String, String> others = new LinkedHashMap<>();
            firstLabels(task.definition()).forEach((key, value) -> {
                Node field = key.startsWith(LABEL + "/") ? parse(value) : null;
                if (field == null) {
                    others.put(key, value);
                } else {
                    fields.add(new MappingNode.Entry(key.substring(LABEL.length()), SourceLocation.NONE, field));
                }
            });
            boolean changed = others.size() < firstLabels(task.definition()).size();
            tasks.add(changed ? withLabels(task, others) : task);
        }
        TreeDifferences residues = TreeDifferences.of(mapping(fields));
        return residues.isEmpty()
                ? new Kept(bundle, residues)
                : new Kept(
                        new EcsBundle(tasks, bundle.resources(), bundle.parameterTypes(), bundle.environmentFiles()),
                        residues);
    }

    private static @Nullable Node parse(String text) {
        try {
            return Documents.parse(new SourceFile("", text), new Findings()).get(0);
        } catch (BrokenInputException e) {
            return null;
        }
    }

    /** The objects by kind, namespace and name, as they are written; of a Secret only the keys. */
    public static MappingNode tree(List<HasMetadata> objects) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (HasMetadata read : objects) {
            HasMetadata object = read instanceof Secret secret ? withoutValues(secret) : read;
            Node tree = Documents.parse(new SourceFile("", ManifestWriter.json(List.of(object))), new Findings())
                    .get(0);
            entries.add(new MappingNode.Entry(key(object), SourceLocation.NONE, tree));
        }
        return mapping(entries);
    }

    private static String key(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return object.getKind() + "/" + (namespace == null ? "" : namespace + "/")
                + object.getMetadata().getName();
    }

    /** Everybody who may read a task definition can read its labels: a Secret's values never stand there. */
    private static Secret withoutValues(Secret secret) {
        Set<String> keys = new TreeSet<>();
        if (secret.getData() != null) {
            keys.addAll(secret.getData().keySet());
        }
        if (secret.getStringData() != null) {
            keys.addAll(secret.getStringData().keySet());
        }
        if (keys.isEmpty()) {
            return secret;
        }
        ObjectMeta metadata = new ObjectMetaBuilder(secret.getMetadata()).build();
        Map<String, String> annotations =
                new LinkedHashMap<>(secret.getMetadata().getAnnotations());
        annotations.put(KEYS, String.join(",", keys));
        metadata.setAnnotations(annotations);
        Secret bare = new SecretBuilder(secret).build();
        bare.setMetadata(metadata);
        bare.setData(null);
        bare.setStringData(null);
        return bare;
    }

    private static MappingNode mapping(List<MappingNode.Entry> entries) {
        return new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, entries);
    }
}
