package io.github.ecs2k8s.internal.pipeline;

import io.github.ecs2k8s.finding.Credentials;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.TreeDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of Kubernetes objects must not stand in docker labels, which everybody reads who may describe a task definition:
 * the data of Secrets, of whatever is spelled like one, and of anything but a ConfigMap; credentials by the names of their
 * fields ({@code token}, {@code clientSecret}), in a pair of name and value, in a text; the literals of a generator. What an
 * object claims to be does not count, because nobody has checked it. References to a Secret stay.
 */
final class Confidential implements TreeDifferences.Censor {
    private static final List<String> DATA = List.of("data", "stringData", "binaryData");

    /** Names of Secrets, by the habits of those who write charts. */
    private static final Set<String> REFERENCES =
            Set.of("existingsecret", "imagepullsecret", "pullsecret", "tlssecret", "casecret", "certsecret");

    private static final Set<String> VALUES =
            Set.of("value", "data", "content", "contents", "literal", "plain", "inline");

    private static final Set<String> KEYS =
            Set.of("name", "key", "namespace", "kind", "apiVersion", "property", "version", "path", "secretName");

    private final Set<String> hidden = new TreeSet<>();

    /** The paths of what was not allowed, down to the field. */
    Set<String> hidden() {
        return hidden;
    }

    @Override
    public @Nullable Node allowed(String path, Node value) {
        String[] steps = path.substring(1).split("/", -1);
        String kind = steps[0].substring(0, Math.max(0, steps[0].indexOf("~1")));
        if (steps.length > 1 && isPlain(steps[1], kind, 1)) {
            return value;
        }
        boolean credential = false;
        for (int i = 1; i < steps.length; i++) {
            String step = steps[i].replace("~1", "/").replace("~0", "~");
            if (isData(step, kind, i) || isLiterals(step, steps[i - 1])) {
                hidden.add(path);
                return null;
            }
            credential = VALUES.contains(step) ? credential : isCredential(step, kind);
        }
        return value(path, value, kind, steps.length, credential);
    }

    private @Nullable Node value(String path, Node value, String kind, int depth, boolean credential) {
        if (value instanceof MappingNode mapping) {
            return mapping(path, mapping, isSecret(mapping.get("kind")) ? "Secret" : kind, depth, credential);
        }
        if (value instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                Node allowed = value(path + "/" + items.size(), item, kind, depth + 1, credential);
                if (allowed == null) {
                    // The rest of a command or of options would be something else.
                    return null;
                }
                items.add(allowed);
            }
            return new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), items);
        }
        if (value instanceof ScalarNode scalar && isSecret(scalar, credential)) {
            hidden.add(path);
            return null;
        }
        return value;
    }

    private Node mapping(String path, MappingNode mapping, String kind, int depth, boolean credential) {
        boolean pair = mapping.get("name") instanceof ScalarNode name && Credentials.isName(name.text())
                || mapping.get("key") instanceof ScalarNode key && Credentials.isName(key.text());
        String above = path.substring(path.lastIndexOf('/') + 1);
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            String key = entry.key();
            String place = path + "/" + key.replace("~", "~0").replace("/", "~1");
            boolean inner = isCredential(key, kind) || pair && VALUES.contains(key) || credential && !isReference(key);
            Node allowed = isPlain(key, kind, depth)
                    ? entry.value()
                    : isData(key, kind, depth) || isLiterals(key, above)
                            ? null
                            : value(place, entry.value(), kind, depth + 1, inner);
            if (allowed == null) {
                hidden.add(place);
            } else {
                entries.add(new MappingNode.Entry(key, entry.keyLocation(), allowed));
            }
        }
        return new MappingNode(mapping.location(), mapping.pointer(), mapping.tag(), entries);
    }

    /** Data right in an object, of whatever kind but one, and below that of Secrets inside others. */
    private static boolean isData(String key, String kind, int depth) {
        String known = Spelling.nearest(key, DATA);
        if (known == null) {
            return false;
        }
        boolean ofSecret = isSecret(kind) || known.equals("stringData");
        return ofSecret || depth == 1 && !kind.equals("ConfigMap");
    }

    /** What a ConfigMap holds is plain text there, and the variables of its containers on the other side. */
    private static boolean isPlain(String key, String kind, int depth) {
        return depth == 1 && kind.equals("ConfigMap") && key.equals("data");
    }

    private static boolean isSecret(@Nullable Node kind) {
        return kind instanceof ScalarNode scalar && isSecret(scalar.text());
    }

    private static boolean isSecret(String kind) {
        return Spelling.nearest(kind, List.of("Secret")) != null;
    }

    private static boolean isLiterals(String key, String above) {
        return key.equals("literals") && !above.equals("configMapGenerator");
    }

    /** What says where a credential is, and not what it is. */
    private static boolean isReference(String key) {
        return key.endsWith("Ref") || key.endsWith("From") || KEYS.contains(key);
    }

    private static boolean isCredential(String key, String kind) {
        // What the operator that fills Secrets calls the name of a key.
        boolean isKey = key.equals("secretKey") && (kind.endsWith("ExternalSecret") || kind.equals("PushSecret"));
        return !isKey && Credentials.isName(key) && !REFERENCES.contains(key.toLowerCase(Locale.ROOT));
    }

    private static boolean isSecret(ScalarNode scalar, boolean credential) {
        String text = scalar.text();
        boolean says = scalar.kind() == ScalarNode.Kind.STRING || scalar.kind() == ScalarNode.Kind.NUMBER;
        if (!says || text.isEmpty()) {
            return false;
        }
        boolean template = text.contains("{{") || text.startsWith("$");
        return credential && !template || Credentials.isIn(text) || isBrokenJson(text);
    }

    /** What nobody can read as JSON, nobody can look through for secrets. */
    private static boolean isBrokenJson(String text) {
        if (!text.stripLeading().startsWith("{") || text.indexOf('"') < 0 || text.contains("{{")) {
            return false;
        }
        try {
            Documents.parse(new SourceFile(".json", text), new Findings());
            return false;
        } catch (BrokenInputException e) {
            return true;
        }
    }
}
