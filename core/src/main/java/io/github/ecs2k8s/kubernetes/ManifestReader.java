package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kubernetes manifests strictly: what the API server would not take as it is written becomes a finding at its
 * place, and everything else is read all the same.
 */
public final class ManifestReader {
    private final Findings findings;
    private final List<LocatedObject> objects = new ArrayList<>();

    private final boolean asApplied;

    private ManifestReader(Findings findings, boolean asApplied) {
        this.findings = findings;
        this.asApplied = asApplied;
    }

    /**
     * The objects of one document: one, or all those of a {@code List} ({@code kubectl get -o yaml} of several), none
     * when it is no Kubernetes object. Kinds without a model class come as {@code GenericKubernetesResource}.
     *
     * @param document one document as {@link io.github.ecs2k8s.source.Documents} parsed it
     * @param findings receives unknown fields, wrong types and documents that are no Kubernetes object
     */
    public static List<LocatedObject> read(Node document, Findings findings) {
        return new ManifestReader(findings, false).all(document);
    }

    /**
     * The objects of one document as somebody applied them: without what the API server and its clients noted on them
     * since, and each with a name.
     */
    public static List<LocatedObject> readApplied(Node document, Findings findings) {
        return new ManifestReader(findings, true).all(document);
    }

    private List<LocatedObject> all(Node document) {
        if (!document.isNull()) {
            document(document, "", "");
        }
        return objects;
    }

    /** One object; inside a typed list ({@code PodList}) the items may leave their version and kind to the list. */
    private void document(Node node, String listVersion, String listKind) {
        if (!(node instanceof MappingNode mapping)) {
            say(FindingCode.NOT_RECOGNISED, node, "a Kubernetes object was expected, not " + node.describe(), null);
            return;
        }
        String apiVersion = text(mapping, "apiVersion", listVersion);
        String kind = text(mapping, "kind", listKind);
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            String missing = apiVersion.isEmpty() ? "apiVersion" : "kind";
            say(FindingCode.NOT_RECOGNISED, node, "this is no Kubernetes object: it has no " + missing, null);
        } else if (kind.endsWith("List") && mapping.get("items") instanceof SequenceNode items) {
            String itemKind = kind.substring(0, kind.length() - "List".length());
            for (Node item : items.items()) {
                document(item, itemKind.isEmpty() ? "" : apiVersion, itemKind);
            }
        } else {
            object(mapping, apiVersion, kind);
        }
    }

    private void object(MappingNode written, String writtenVersion, String kind) {
        String successor = ApiVersions.successor(writtenVersion, kind);
        MappingNode mapping = asApplied ? ServerDefaults.without(ServerNotes.without(written), kind) : written;
        if (successor != null) {
            mapping = ApiVersions.upgrade(mapping, writtenVersion, kind);
            Node place = written.get("apiVersion");
            say(
                    FindingCode.API_VERSION,
                    place == null ? written : place,
                    kind + " of " + writtenVersion + " is read as " + successor,
                    "kubectl convert -f FILE --output-version " + successor);
        }
        if (asApplied) {
            mapping = RequiredFields.complete(mapping, kind, findings);
        }
        bind(mapping, successor == null ? writtenVersion : successor, kind);
    }

    private void bind(MappingNode mapping, String apiVersion, String kind) {
        Class<? extends HasMetadata> model = ModelKinds.of(apiVersion, kind);
        Object object = new ModelBinder(findings).object(mapping, model);
        set(object, "apiVersion", apiVersion);
        set(object, "kind", kind);
        if (object instanceof GenericKubernetesResource generic && PodTemplates.ROLLOUT.equals(kind)) {
            template(generic, mapping);
        }
        HasMetadata bound = (HasMetadata) object;
        if (asApplied) {
            name(bound, mapping);
        }
        objects.add(new LocatedObject(bound, mapping));
    }

    /** Whatever refers to an object does so by its name; one that the server would make up ends in a dash. */
    private void name(HasMetadata object, MappingNode mapping) {
        if (object.getMetadata() == null) {
            object.setMetadata(new ObjectMeta());
        }
        ObjectMeta metadata = object.getMetadata();
        if (metadata.getName() != null && !metadata.getName().isEmpty()) {
            return;
        }
        String generated = metadata.getGenerateName();
        if (generated == null || generated.isEmpty()) {
            String name = object.getKind().toLowerCase(Locale.ROOT);
            say(FindingCode.MISSING_FIELD, mapping, "the object has no metadata.name; it is called " + name, null);
            metadata.setName(name);
        } else {
            metadata.setName(generated.endsWith("-") ? generated.substring(0, generated.length() - 1) : generated);
        }
    }

    /** A Rollout is no model of ours, but its pod template is. */
    private void template(GenericKubernetesResource rollout, MappingNode mapping) {
        if (mapping.nearest("spec", "template") instanceof MappingNode template
                && rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                && spec.containsKey("template")) {
            Map<String, Object> typed = new LinkedHashMap<>();
            spec.forEach((key, value) -> typed.put(String.valueOf(key), value));
            typed.put("template", new ModelBinder(findings).object(template, PodTemplateSpec.class));
            rollout.setAdditionalProperty("spec", typed);
        }
    }

    private static void set(Object object, String name, String value) {
        ModelShape.Property property = ModelShape.of(object.getClass()).property(name);
        if (property != null) {
            property.set(object, value);
        }
    }

    private static String text(MappingNode mapping, String key, String otherwise) {
        return mapping.get(key) instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.STRING
                ? scalar.text()
                : otherwise;
    }

    private void say(FindingCode code, Node node, String message, @Nullable String hint) {
        findings.add(new Finding(code, node.pointer().toString(), node.location(), message, hint, null));
    }
}
