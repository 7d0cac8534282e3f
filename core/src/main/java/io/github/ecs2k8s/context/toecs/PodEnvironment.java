package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.github.ecs2k8s.kubernetes.Expansions;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one container whose values the input tells, as the kubelet would set them: first those of whole
 * ConfigMaps, then single ones, each expanded with those before it
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
 */
public final class PodEnvironment {
    /** The annotation of ConfigMaps and Secrets that stand for something in AWS. */
    private static final String SOURCE = "ecs2k8s.io/source";

    private final TaskToEcs pod;
    private final PodFields fields;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> single = new LinkedHashMap<>();
    private final Map<String, Composed> composed = new LinkedHashMap<>();
    private final Map<String, EnvVarSource> elsewhere = new LinkedHashMap<>();
    private final Set<String> declared = new TreeSet<>();

    /**
     * A value that Kubernetes puts together from secrets.
     *
     * @param text the value, with the names of the secret variables in angle brackets in place of what only a cluster knows
     * @param parts where the secrets in it come from, in the order in which they stand there
     */
    public record Composed(String text, List<SecretKeySelector> parts) {

        /** Copies the list. */
        public Composed {
            parts = List.copyOf(parts);
        }
    }

    PodEnvironment(TaskToEcs pod, Container container) {
        this.pod = pod;
        this.fields = new PodFields(pod, container);
        for (EnvFromSource source : container.getEnvFrom()) {
            values.putAll(variables(source));
        }
        for (EnvVar variable : container.getEnv()) {
            Composed whole = compose(variable);
            String value = value(variable);
            declared.add(variable.getName());
            values.remove(variable.getName());
            single.remove(variable.getName());
            composed.remove(variable.getName());
            elsewhere.remove(variable.getName());
            if (whole != null) {
                composed.put(variable.getName(), whole);
            } else if (value != null) {
                values.put(variable.getName(), value);
                single.put(variable.getName(), value);
            } else if (variable.getValueFrom() != null) {
                elsewhere.put(variable.getName(), variable.getValueFrom());
            }
        }
    }

    /** The variables whose values are put together from secrets; no plain variable can hold them. */
    public Map<String, Composed> composed() {
        return composed;
    }

    /** Whether the container gets a variable of its own list as a secret, so that a shell in it can put it in. */
    public boolean isSecret(String name) {
        EnvVarSource source = elsewhere.get(name);
        return composed.containsKey(name) || source != null && isRequired(source.getSecretKeyRef());
    }

    private static boolean isRequired(@Nullable SecretKeySelector selector) {
        return selector != null && !Boolean.TRUE.equals(selector.getOptional());
    }

    /** The value of a variable that refers to secrets given before it; null when it does not, or holds what no secret can. */
    private @Nullable Composed compose(EnvVar variable) {
        if (variable.getValueFrom() != null
                || variable.getValue() == null
                || elsewhere.isEmpty() && composed.isEmpty()) {
            return null;
        }
        List<SecretKeySelector> parts = new ArrayList<>();
        boolean[] differs = new boolean[1];
        String text = Expansions.expand(variable.getValue(), name -> {
            Composed inner = composed.get(name);
            EnvVarSource source = elsewhere.get(name);
            if (inner != null) {
                parts.addAll(inner.parts());
                return inner.text();
            }
            if (source == null) {
                return known(name);
            }
            if (isRequired(source.getSecretKeyRef())) {
                parts.add(source.getSecretKeyRef());
            }
            // What differs from Pod to Pod is no part of a secret.
            differs[0] |= source.getFieldRef() != null || source.getResourceFieldRef() != null;
            return "<" + name + ">";
        });
        return parts.isEmpty() || differs[0] ? null : new Composed(text, parts);
    }

    /** What a reference in a variable's value stands for: a variable given before it, or one that tells of a Service. */
    private @Nullable String known(String name) {
        String value = single.get(name);
        return value == null && !declared.contains(name) ? ServiceVariables.value(name, pod) : value;
    }

    /** What a reference in a command stands for: any variable of the container, or one that tells of a Service. */
    private @Nullable String anywhere(String name) {
        String value = values.get(name);
        return value == null && !declared.contains(name) ? ServiceVariables.value(name, pod) : value;
    }

    /** Names and values, in the order the container gets them. */
    public Map<String, String> values() {
        return values;
    }

    /**
     * A command or argument with its references expanded.
     *
     * @param otherwise what to write for a reference whose value the input does not tell; null: it stays
     */
    public String expand(String text, Function<String, @Nullable String> otherwise) {
        return Expansions.expand(text, name -> {
            String value = anywhere(name);
            return value == null ? otherwise.apply(name) : value;
        });
    }

    /** Whether a variable is in the container's own list, or tells of a Service, and its value is not in the input. */
    public boolean isOpen(String name) {
        return (declared.contains(name) || tellsOfService(name)) && anywhere(name) == null;
    }

    /** Whether a variable is not in the container's list and has the name of one that the kubelet sets for a Service. */
    public boolean tellsOfService(String name) {
        return !declared.contains(name) && ServiceVariables.isOne(name, pod);
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
        return variable.getValue() == null ? "" : Expansions.expand(variable.getValue(), this::known);
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
