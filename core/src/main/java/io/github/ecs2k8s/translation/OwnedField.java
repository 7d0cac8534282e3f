package io.github.ecs2k8s.translation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of the input's model that a correspondence answers for.
 *
 * @param path the leaf in the model's own names: {@code []} after a list, {@code {}} for the keys of a map, for example
 *     {@code containerDefinitions[].portMappings[].hostPort}; what does not belong to a task definition begins with the
 *     prefix of its {@link io.github.ecs2k8s.ecs.resource.ResourceKind}: {@code service.desiredCount}; a last step
 *     {@code **} owns everything below
 * @param destination where it goes, in the same notation on the other side, beginning with {@code pod} (the pod
 *     template), {@code workload} or a kind: {@code pod.spec.containers[].ports[].hostPort}; null when nothing
 *     corresponds to it
 * @param byDefault the value that means the same as leaving the field out; null when there is none. Several are joined
 *     by {@code or}; a name in braces stands for the value of that field beside it: {@code 0 or {containerPort}}
 */
public record OwnedField(
        String path, @Nullable String destination, @Nullable String byDefault) {

    /** A leaf that goes somewhere. */
    public static OwnedField to(String path, String destination) {
        return new OwnedField(path, destination, null);
    }

    /** A leaf that goes somewhere, and whose absence means {@code byDefault}. */
    public static OwnedField to(String path, String destination, String byDefault) {
        return new OwnedField(path, destination, byDefault);
    }

    /** A leaf that has no counterpart: its room reports it. */
    public static OwnedField nowhere(String path) {
        return new OwnedField(path, null, null);
    }

    /** A leaf without counterpart, whose absence means {@code byDefault}. */
    public static OwnedField nowhere(String path, String byDefault) {
        return new OwnedField(path, null, byDefault);
    }

    /**
     * Whether a value means the same as leaving the field out.
     *
     * @param sibling finds the value of another field of the same object; it returns null for what is absent
     */
    public boolean isDefault(String value, Function<String, @Nullable String> sibling) {
        if (byDefault == null) {
            return false;
        }
        for (String meaning : byDefault.split(" or ")) {
            boolean named = meaning.startsWith("{") && meaning.endsWith("}");
            String expected = named ? sibling.apply(meaning.substring(1, meaning.length() - 1)) : meaning;
            if (value.equals(expected)) {
                return true;
            }
        }
        return false;
    }
}
