package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything that was read beside task definitions, in the order of the input; joins references to what they mean. */
public final class Resources {

    /** Nothing beside task definitions. */
    public static final Resources NONE = new Resources(List.of());

    private final List<Resource<?>> all;

    // Made when a model is first asked for; a bundle may be asked from several threads.
    private final Map<Class<?>, ResourceIndex<?>> indexes = new ConcurrentHashMap<>();

    /** Copies the list. */
    public Resources(List<Resource<?>> all) {
        this.all = List.copyOf(all);
    }

    /** Every resource. */
    public List<Resource<?>> all() {
        return all;
    }

    /** The resources whose model is a class, in the order of the input. */
    public <T> List<Resource<T>> of(Class<T> model) {
        return index(model).all();
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
        ResourceIndex<T> index = index(model);
        Resource<T> found = index.find(reference, from.location().file());
        return found == null && reference.startsWith("${") ? index.findOnly(reference) : found;
    }

    @SuppressWarnings("unchecked") // each is kept under its own model, and a resource is read-only
    private <T> ResourceIndex<T> index(Class<T> model) {
        return (ResourceIndex<T>) indexes.computeIfAbsent(model, this::indexOf);
    }

    private <T> ResourceIndex<T> indexOf(Class<T> model) {
        List<Resource<T>> found = new ArrayList<>();
        for (Resource<?> resource : all) {
            if (model.isInstance(resource.value())) {
                found.add(typed(resource));
            }
        }
        return new ResourceIndex<>(found);
    }

    @SuppressWarnings("unchecked") // indexOf() has looked at the value, and a resource is read-only
    private static <T> Resource<T> typed(Resource<?> resource) {
        return (Resource<T>) resource;
    }
}
