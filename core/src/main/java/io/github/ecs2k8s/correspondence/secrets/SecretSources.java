package io.github.ecs2k8s.correspondence.secrets;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.translation.SecretDemands;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two annotations that say what a Secret without values is to be filled from, written and read in one place: {@code
 * ecs2k8s.io/source}, the ARN or name, and {@code ecs2k8s.io/keys}, the keys. A key that is not simply the JSON key of
 * the same name stands as {@code KEY=json-key:version-stage:version-id}.
 */
final class SecretSources {
    private static final String SOURCE = "ecs2k8s.io/source";
    private static final String KEYS = "ecs2k8s.io/keys";

    private SecretSources() {}

    static Map<String, String> annotations(SecretDemands.Demand demand) {
        StringBuilder keys = new StringBuilder();
        for (SecretDemands.Key key : demand.keys()) {
            keys.append(keys.length() == 0 ? "" : ",").append(key.key());
            String selector = key.reference().selector();
            if (!selector.equals(implied(key.key(), key.reference()))) {
                keys.append('=').append(selector);
            }
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(SOURCE, demand.reference().source());
        annotations.put(KEYS, keys.toString());
        return annotations;
    }

    /** What a key alone means: in a parameter its whole value, in a secret the JSON key of that name. */
    private static String implied(String key, SecretReference reference) {
        return reference.service() == SecretReference.Service.PARAMETER_STORE ? "::" : key + "::";
    }

    /** The {@code valueFrom} behind one key of an object of this name, null when the object does not say. */
    static @Nullable String valueFrom(boolean configMap, String name, String key, KubernetesBundle bundle) {
        for (HasMetadata object : bundle.objects()) {
            boolean kind = object.getKind().equals("ConfigMap") == configMap;
            Map<String, String> annotations = object.getMetadata().getAnnotations();
            if (kind && name.equals(object.getMetadata().getName()) && annotations != null) {
                String source = annotations.get(SOURCE);
                String keys = annotations.get(KEYS);
                String found = source == null || keys == null ? null : valueFrom(source, keys, key);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable String valueFrom(String source, String keys, String key) {
        SecretReference reference = SecretReference.parse(source);
        for (String entry : keys.split(",", -1)) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? entry : entry.substring(0, equals);
            if (name.equals(key) && reference != null) {
                String selector = equals < 0 ? implied(key, reference) : entry.substring(equals + 1);
                return selector.equals("::") ? source : source + ":" + selector;
            }
        }
        return null;
    }
}
