package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read beside task definitions, in the order of the input; joins references to what they mean.
 *
 * @param all every resource
 */
public record Resources(List<Resource<?>> all) {

    /** Nothing beside task definitions. */
    public static final Resources NONE = new Resources(List.of());

    /** Copies the list. */
    public Resources {
        all = List.copyOf(all);
    }

    /** The resources whose model is a class, in the order of the input. */
    public <T> List<Resource<T>> of(Class<T> model) {
        List<Resource<T>> found = new ArrayList<>();
        for (Resource<?> resource : all) {
            if (model.isInstance(resource.value())) {
                found.add(typed(resource));
            }
        }
        return found;
    }

    /**
     * What a reference means: an ARN, an id, a name, or {@code ${LogicalId}} and {@code ${LogicalId.Attribute}} of the
     * same template; of another one where that is the only one with such a resource, since an imported value is a
     * reference in the template that exports it.
     *
     * @param from a value of the file the reference stands in
     * @return null when nothing in the input answers to it; the last one where several do
     */
    public <T> @Nullable Resource<T> find(Class<T> model, String reference, Node from) {
        Resource<T> found = null;
        for (Resource<T> resource : of(model)) {
            if (resource.answersTo(reference, from.location().file())) {
                found = resource;
            }
        }
        return found == null && reference.startsWith("${") ? elsewhere(model, reference) : found;
    }

    private <T> @Nullable Resource<T> elsewhere(Class<T> model, String reference) {
        Resource<T> found = null;
        for (Resource<T> resource : of(model)) {
            if (resource.answersTo(reference, resource.node().location().file())) {
                if (found != null) {
                    return null;
                }
                found = resource;
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // of() has looked at the value, and a resource is read-only
    private static <T> Resource<T> typed(Resource<?> resource) {
        return (Resource<T>) resource;
    }
}
