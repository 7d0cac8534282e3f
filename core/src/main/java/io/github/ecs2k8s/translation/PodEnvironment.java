package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.kubernetes.Expansions;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one container whose values the input tells, as the kubelet would set them: first those of whole
 * ConfigMaps, then single ones, each expanded with those before it
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
 */
public final class PodEnvironment {
    /** The annotation of ConfigMaps and Secrets that stand for something in AWS. */
    private static final String SOURCE = "ecs2k8s.io/source";

    private final PodContext pod;
    private final PodFields fields;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> single = new LinkedHashMap<>();
    private final Set<String> declared = new TreeSet<>();

    PodEnvironment(PodContext pod, Container container) {
        this.pod = pod;
        this.fields = new PodFields(pod, container);
        for (EnvFromSource source : container.getEnvFrom()) {
            values.putAll(variables(source));
        }
        for (EnvVar variable : container.getEnv()) {
            String value = value(variable);
            declared.add(variable.getName());
            values.remove(variable.getName());
            single.remove(variable.getName());
            if (value != null) {
                values.put(variable.getName(), value);
                single.put(variable.getName(), value);
            }
        }
    }

    /** Names and values, in the order the container gets them. */
    public Map<String, String> values() {
        return values;
    }

    /** A command or argument with its references expanded; one that cannot be known stays. */
    public String expand(String text) {
        return Expansions.expand(text, values::get);
    }

    /** The first variable that a text refers to and whose value the input does not tell; null when there is none. */
    public @Nullable String openReference(String text) {
        String[] open = new String[1];
        Expansions.expand(text, name -> {
            String value = values.get(name);
            open[0] = open[0] == null && value == null && declared.contains(name) ? name : open[0];
            return value;
        });
        return open[0];
    }

    /** The variables of a whole ConfigMap, empty when the input does not hold its data. */
    public Map<String, String> variables(EnvFromSource source) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (source.getConfigMapRef() == null
                || !(find("ConfigMap", source.getConfigMapRef().getName()) instanceof ConfigMap map)) {
            return variables;
        }
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        if (map.getData() != null) {
            // In the order of the names: that of a map says nothing.
            new TreeMap<>(map.getData()).forEach((key, value) -> {
                pod.use(map, key);
                variables.put(prefix + key, value == null ? "" : value);
            });
        }
        return variables;
    }

    /** The value that a source has in the input, null when only a cluster knows it or it is a secret. */
    public @Nullable String value(EnvVarSource source) {
        if (source.getConfigMapKeyRef() != null) {
            return find("ConfigMap", source.getConfigMapKeyRef().getName()) instanceof ConfigMap map
                    ? value(map, source.getConfigMapKeyRef().getKey())
                    : null;
        }
        return fields.value(source);
    }

    private @Nullable String value(ConfigMap map, @Nullable String key) {
        String value =
                map.getData() == null || key == null ? null : map.getData().get(key);
        if (value != null && key != null) {
            pod.use(map, key);
        }
        return value;
    }

    private @Nullable String value(EnvVar variable) {
        if (variable.getValueFrom() != null) {
            return value(variable.getValueFrom());
        }
        return variable.getValue() == null ? "" : Expansions.expand(variable.getValue(), single::get);
    }

    /** What stands for something in AWS is taken from there, not from the object. */
    private @Nullable HasMetadata find(String kind, @Nullable String name) {
        LocatedObject found = pod.lookUp(kind, name);
        if (found == null) {
            return null;
        }
        pod.use(found.object());
        Map<String, String> annotations = found.object().getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(SOURCE) ? null : found.object();
    }
}
