package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.ecs.SecretReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The {@code valueFrom} behind one key of an object, null when the object does not say. */
    static @Nullable String valueFrom(HasMetadata object, String key) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        String source = annotations == null ? null : annotations.get(SOURCE);
        String keys = annotations == null ? null : annotations.get(KEYS);
        return source == null || keys == null ? null : valueFrom(source, keys, key);
    }

    /** What an object says it is to be filled from, null when it does not. */
    static @Nullable String source(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null || !annotations.containsKey(KEYS) ? null : annotations.get(SOURCE);
    }

    /** The keys an object says it is to have, in its order. */
    static List<String> keys(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        String text = annotations == null ? null : annotations.get(KEYS);
        List<String> keys = new ArrayList<>();
        for (String entry : text == null ? new String[0] : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            keys.add(equals < 0 ? entry : entry.substring(0, equals));
        }
        return keys;
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
