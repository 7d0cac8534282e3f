package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of which Secrets the rooms of one translation need: one Secret per Secrets Manager secret or parameter,
 * shared by all tasks. The rooms only ask; what is written in the end depends on the cluster's add-ons.
 */
public final class SecretDemands {

    /** One key somebody needs, with what it is filled from. */
    public record Key(String key, SecretReference reference) {}

    /** One Secret with the keys asked of it so far. */
    public static final class Demand {
        private final String name;
        private final SecretReference reference;
        private final String type;
        private final List<Key> keys = new ArrayList<>();
        private @Nullable Node node;
        private Object[] path = {};

        private Demand(String name, SecretReference reference, String type) {
            this.name = name;
            this.reference = reference;
            this.type = type;
        }

        /** The Secret's name. */
        public String name() {
            return name;
        }

        /** The secret it stands for; of several references to one secret the first. */
        public SecretReference reference() {
            return reference;
        }

        /** The Secret's type: {@code Opaque}, {@code kubernetes.io/dockerconfigjson}. */
        public String type() {
            return type;
        }

        /** Where the value was asked for first; findings about the Secret as a whole stand there. */
        public void firstAskedAt(Node base, Object... place) {
            if (node == null) {
                node = base;
                path = place.clone();
            }
        }

        /** The object below which {@link #path()} leads to the first {@code valueFrom}; null when nobody said. */
        public @Nullable Node node() {
            return node;
        }

        /** The path of the first {@code valueFrom}. */
        public Object[] path() {
            return path.clone();
        }

        /** The keys in the order they were asked for. */
        public List<Key> keys() {
            return List.copyOf(keys);
        }

        /**
         * The key under which a value stands, asking for it when nobody has yet: the JSON key, or {@code name} for a
         * whole value. Another version of the same JSON key gets a key of its own.
         */
        public String key(String name, SecretReference wanted) {
            if (type.equals(REGISTRY)) {
                // A registry's host, which is no key of the Secret and keeps its colon and slashes.
                if (!has(name)) {
                    keys.add(new Key(name, wanted));
                }
                return name;
            }
            String preferred = Names.configMapKey(wanted.jsonKey() == null ? name : wanted.jsonKey());
            for (Key known : keys) {
                if (sameValue(known.reference(), wanted)) {
                    return known.key();
                }
            }
            String key = preferred;
            if (has(key)) {
                key = new NameScope(Names.MAX_SUBDOMAIN)
                        .unique(Names.configMapKey(preferred + "." + version(wanted)), key);
            }
            keys.add(new Key(key, wanted));
            return key;
        }

        private boolean has(String key) {
            for (Key known : keys) {
                if (known.key().equals(key)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean sameValue(SecretReference one, SecretReference other) {
            return Objects.equals(one.jsonKey(), other.jsonKey())
                    && Objects.equals(one.versionStage(), other.versionStage())
                    && Objects.equals(one.versionId(), other.versionId());
        }

        private static String version(SecretReference reference) {
            if (reference.versionStage() != null) {
                return reference.versionStage();
            }
            return reference.versionId() == null ? "current" : reference.versionId();
        }
    }

    /** The type of an ordinary Secret. */
    public static final String OPAQUE = "Opaque";

    /** The type of a Secret that holds a registry's credentials. */
    public static final String REGISTRY = "kubernetes.io/dockerconfigjson";

    /** Not a Secret: a ConfigMap, for a parameter that is known to be plain text. */
    public static final String CONFIG_MAP = "ConfigMap";

    private final NameScope names;
    private final NameScope configMaps;
    private final Map<String, Demand> bySource = new LinkedHashMap<>();

    SecretDemands(NameScope names, NameScope configMaps) {
        this.names = names;
        this.configMaps = configMaps;
    }

    /** The ordinary Secret that stands for a secret or parameter, made when first asked for. */
    public Demand of(SecretReference reference) {
        return of(reference, OPAQUE);
    }

    /** The Secret of a type that stands for a secret or parameter; two types give two Secrets. */
    public Demand of(SecretReference reference, String type) {
        return bySource.computeIfAbsent(type + " " + reference.identity(), unused -> {
            String suffix = type.equals(REGISTRY) ? "-pull" : "";
            NameScope scope = type.equals(CONFIG_MAP) ? configMaps : names;
            String name = scope.unique(Names.dnsLabel(reference.name() + suffix), reference.identity() + suffix);
            return new Demand(name, reference, type);
        });
    }

    /** Every Secret somebody asked for, in the order they were first asked for. */
    public List<Demand> all() {
        return List.copyOf(bySource.values());
    }
}
