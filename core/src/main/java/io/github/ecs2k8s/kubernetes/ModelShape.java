package io.github.ecs2k8s.kubernetes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON properties of one fabric8 model class, in the order of {@link FieldOrder}; made on first use and kept.
 *
 * <p>The models' private fields carry the JSON names, so that no annotation is read. They are reached through variable
 * handles: asking a class for its getters makes the JVM load every builder (3 times slower at start on Java 17), and
 * reflective field access makes Java 18 and later spin a method handle per field (4 times slower).
 */
final class ModelShape {
    private static final String EXTRA = "additionalProperties";

    private static final ClassValue<ModelShape> SHAPES = new ClassValue<>() {
        @Override
        protected ModelShape computeValue(Class<?> model) {
            return read(model);
        }
    };

    private final List<Property> properties;
    private final Property extra;

    private ModelShape(List<Property> properties, Property extra) {
        this.properties = properties;
        this.extra = extra;
    }

    /** One property: its JSON name and the field behind it. */
    record Property(String name, Field field, VarHandle handle) {

        /** The value in a model object, null when it is not set. */
        @Nullable Object get(Object model) {
            return (Object) handle.get(model);
        }

        /** Sets the value in a model object; it has to be of the field's type. */
        void set(Object model, Object value) {
            handle.set(model, value);
        }
    }

    /** The shape of a model class. */
    static ModelShape of(Class<?> model) {
        return SHAPES.get(model);
    }

    /** Every property the class declares, in the order they are written in. */
    List<Property> properties() {
        return properties;
    }

    /** The map of properties that the class does not declare; only a generic resource has any. */
    Property extra() {
        return extra;
    }

    /** The JSON names, in the same order. */
    List<String> names() {
        List<String> names = new ArrayList<>(properties.size());
        for (Property property : properties) {
            names.add(property.name());
        }
        return names;
    }

    /** The property of a JSON name, null when the class declares none. */
    @Nullable Property property(String name) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(name)) {
                return properties.get(i);
            }
        }
        return null;
    }

    private static ModelShape read(Class<?> model) {
        List<Property> declared = new ArrayList<>();
        Property extra = null;
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(model, MethodHandles.lookup());
            for (Field field : model.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    Property property = new Property(jsonName(field), field, lookup.unreflectVarHandle(field));
                    if (property.name().equals(EXTRA)) {
                        extra = property;
                    } else {
                        declared.add(property);
                    }
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the fields of " + model.getName() + " cannot be read", e);
        }
        if (extra == null) {
            throw new IllegalArgumentException(model.getName() + " is not a Kubernetes model class");
        }
        return new ModelShape(inOrder(declared, FieldOrder.of(model.getSimpleName())), extra);
    }

    /** The field's name, without the underscore that stands before a Java keyword ({@code _default}). */
    private static String jsonName(Field field) {
        String name = field.getName();
        return name.charAt(0) == '_' ? name.substring(1) : name;
    }

    private static List<Property> inOrder(List<Property> declared, String row) {
        List<Property> ordered = new ArrayList<>(declared.size());
        int rest = -1;
        for (String key : row.split(" ")) {
            if (key.equals("*")) {
                rest = ordered.size();
            } else {
                moveNamed(key, declared, ordered);
            }
        }
        ordered.addAll(rest < 0 ? ordered.size() : rest, declared);
        return List.copyOf(ordered);
    }

    private static void moveNamed(String key, List<Property> from, List<Property> to) {
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).name().equals(key)) {
                to.add(from.remove(i));
                return;
            }
        }
    }
}
