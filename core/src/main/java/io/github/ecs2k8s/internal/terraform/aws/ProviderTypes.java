package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of the AWS provider that are translated: the table in {@code resources.yaml}. */
public final class ProviderTypes {
    private static final String TABLE = "resources.yaml";

    /** Read when the first Terraform input is; other inputs do not pay for it. */
    private static final class Loaded {
        private static final ProviderTypes ALL = new ProviderTypes(table());
    }

    private final Map<String, ProviderType> types;
    private final Set<String> data;
    private final Map<String, Map<String, String>> derived;

    private final Map<String, List<String>> references;
    private final Map<String, List<List<String>>> composed;

    private ProviderTypes(MappingNode table) {
        this.types = types(table);
        this.data = Set.copyOf(TableReader.texts(table.get("data")));
        this.derived = new LinkedHashMap<>();
        for (MappingNode.Entry entry : entries(table, "derived")) {
            derived.put(entry.key(), TableReader.map(entry.value()));
        }
        this.references = new LinkedHashMap<>();
        for (MappingNode.Entry entry : entries(table, "references")) {
            references.put(entry.key(), TableReader.texts(entry.value()));
        }
        this.composed = new LinkedHashMap<>();
        for (MappingNode.Entry entry : entries(table, "composed")) {
            composed.put(
                    entry.key(),
                    ((SequenceNode) entry.value())
                            .items().stream().map(TableReader::texts).toList());
        }
    }

    private static List<MappingNode.Entry> entries(MappingNode table, String section) {
        return ((MappingNode) table.nearest(section)).entries();
    }

    /** Whether resources, or data sources, of a type are translated. */
    public static boolean isKnown(TerraformResource resource) {
        return resource.data()
                ? Loaded.ALL.data.contains(resource.type())
                : Loaded.ALL.types.containsKey(resource.type());
    }

    /** Whether the values of a type are needed: its resources are translated, or others take names from it. */
    public static boolean isNeeded(String type) {
        return Loaded.ALL.types.containsKey(type) || Loaded.ALL.derived.containsKey(type);
    }

    /** What a type describes, null for one that is not translated. */
    static @Nullable ProviderType of(String type) {
        return Loaded.ALL.types.get(type);
    }

    /** The names of all types that are translated. */
    static Set<String> names() {
        return Loaded.ALL.types.keySet();
    }

    /**
     * How an attribute that AWS gives follows from others: {@code arn:…:role{path}{name}}.
     *
     * @return null where it does not
     */
    static @Nullable String derived(String type, String attribute) {
        return Loaded.ALL.derived.getOrDefault(type, Map.of()).get(attribute);
    }

    /** The types of what an argument names; empty for one that names no other resource. */
    public static List<String> referred(String argument) {
        return Loaded.ALL.references.getOrDefault(argument, List.of());
    }

    /** The parts of a text that everybody puts together alike: literal texts, and types with attributes; empty for others. */
    public static List<List<String>> composed(String argument) {
        return Loaded.ALL.composed.getOrDefault(argument, List.of());
    }

    private static Map<String, ProviderType> types(MappingNode table) {
        Set<String> everywhere = new HashSet<>(TableReader.texts(table.get("everywhere")));
        MappingNode all = (MappingNode) table.nearest("types");
        Map<String, ProviderType> types = new LinkedHashMap<>();
        for (MappingNode.Entry entry : all.entries()) {
            types.put(entry.key(), TableReader.type((MappingNode) entry.value(), all, everywhere));
        }
        return types;
    }

    private static MappingNode table() {
        try (InputStream in = ProviderTypes.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is not in the library");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (MappingNode)
                    Documents.parse(new SourceFile(TABLE, text), new Findings()).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
