package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Namespaces;
import io.github.ecs2k8s.kubernetes.NamingRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one translation has made so far, whichever room made it: objects, names given out, Secrets needed. */
final class KubernetesDraft {
    private final NamingRule naming;
    private final List<HasMetadata> objects = new ArrayList<>();
    private final Map<HasMetadata, Integer> places = new IdentityHashMap<>();
    private final Map<String, HasMetadata> byIdentity = new HashMap<>();
    private final Map<String, NameScope> names = new LinkedHashMap<>();
    private final Map<String, SecretDemands> secrets = new LinkedHashMap<>();
    private final List<LaunchToKubernetes> launches = new ArrayList<>();
    private final Set<Resource<?>> used = Collections.newSetFromMap(new IdentityHashMap<>());

    KubernetesDraft(NamingRule naming) {
        this.naming = naming;
    }

    /** Every object, in the order it was added. */
    List<HasMetadata> objects() {
        return objects;
    }

    /** What runs the task definitions, in the order it was translated. */
    List<LaunchToKubernetes> launches() {
        return launches;
    }

    /** The resources that something was made of. */
    Set<Resource<?>> used() {
        return used;
    }

    /** The names given out for objects of a kind in a namespace. */
    NameScope names(String kind, @Nullable String namespace) {
        return names.computeIfAbsent(
                scope(kind, namespace),
                unused ->
                        naming == NamingRule.AS_IS ? new NameScope() : new NameScope(name -> naming.name(kind, name)));
    }

    private static String scope(String kind, @Nullable String namespace) {
        return Namespaces.isClusterWide(kind) || namespace == null ? kind : namespace + "/" + kind;
    }

    /** The Secrets that rooms need in a namespace. */
    SecretDemands secrets(@Nullable String namespace) {
        return secrets.computeIfAbsent(
                namespace == null ? "" : namespace,
                unused -> new SecretDemands(names("Secret", namespace), names("ConfigMap", namespace)));
    }

    /** The namespaces in which rooms need Secrets; the empty text for the one kubectl is set to. */
    List<String> namespacesWithSecrets() {
        return List.copyOf(secrets.keySet());
    }

    void add(HasMetadata object, @Nullable String namespace) {
        if (namespace != null && !Namespaces.isClusterWide(object.getKind())) {
            object.getMetadata().setNamespace(namespace);
        }
        places.put(object, objects.size());
        objects.add(object);
        byIdentity.putIfAbsent(identity(object), object);
    }

    private static String identity(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        return identity(object.getKind(), metadata.getName(), metadata.getNamespace());
    }

    private static String identity(String kind, @Nullable String name, @Nullable String namespace) {
        return scope(kind, namespace) + '\n' + name;
    }

    void replace(HasMetadata old, HasMetadata replacement) {
        replacement.getMetadata().setNamespace(old.getMetadata().getNamespace());
        int place = Objects.requireNonNull(places.remove(old));
        places.put(replacement, place);
        objects.set(place, replacement);
        byIdentity.remove(identity(old), old);
        byIdentity.putIfAbsent(identity(replacement), replacement);
    }

    @Nullable HasMetadata lookUp(String kind, String name, @Nullable String namespace) {
        return byIdentity.get(identity(kind, name, namespace));
    }
}
