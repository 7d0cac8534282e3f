package io.github.ecs2k8s.room;

import io.github.ecs2k8s.finding.Fidelity;
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
 * @param isResolved whether the value only finds or names something else, which is written, and does not come back itself
 */
public record OwnedField(
        String path, @Nullable String destination, @Nullable String byDefault, boolean isResolved) {

    /** A leaf that goes somewhere. */
    public static OwnedField to(String path, String destination) {
        return new OwnedField(path, destination, null, false);
    }

    /** A leaf that goes somewhere, and whose absence means {@code byDefault}. */
    public static OwnedField to(String path, String destination, String byDefault) {
        return new OwnedField(path, destination, byDefault, false);
    }

    /** A leaf that only finds or names something else: a selector, a reference; {@code destination} is where that went. */
    public static OwnedField resolved(String path, String destination) {
        return new OwnedField(path, destination, null, true);
    }

    /** A leaf that only finds something else, and whose absence means {@code byDefault}. */
    public static OwnedField resolved(String path, String destination, String byDefault) {
        return new OwnedField(path, destination, byDefault, true);
    }

    /** What is to be said of the leaf where no finding says anything. */
    public Fidelity fidelity() {
        return isResolved ? Fidelity.RESOLVED : Fidelity.EXACT;
    }

    /** A leaf that has no counterpart: its room reports it. */
    public static OwnedField nowhere(String path) {
        return new OwnedField(path, null, null, false);
    }

    /** A leaf without counterpart, whose absence means {@code byDefault}. */
    public static OwnedField nowhere(String path, String byDefault) {
        return new OwnedField(path, null, byDefault, false);
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
