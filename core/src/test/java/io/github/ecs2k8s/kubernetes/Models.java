package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** The fabric8 model classes, and instances of them in which everything is set. */
final class Models {
    /** Not part of any manifest: the client's own configuration file and what only a cluster writes. */
    private static final Set<String> NOT_IN_MANIFESTS =
            Set.of("AuthInfo", "Cluster", "Config", "NamedCluster", "NamedAuthInfo", "DaemonEndpoint", "MicroTime");

    private static final List<Class<?>> ONE_OF_EACH_PACKAGE = List.of(
            Pod.class,
            Deployment.class,
            CronJob.class,
            Ingress.class,
            HorizontalPodAutoscaler.class,
            PodDisruptionBudget.class,
            Role.class,
            StorageClass.class);

    private int counter;

    /** Every model class of the packages whose objects are written, by name. */
    static List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> one : ONE_OF_EACH_PACKAGE) {
            String folder = one.getPackageName().replace('.', '/') + '/';
            try (JarFile jar = new JarFile(new File(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
                jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                        .map(name -> name.substring(folder.length(), name.length() - ".class".length()))
                        .filter(name -> name.indexOf('/') < 0 && name.indexOf('$') < 0)
                        .map(name -> load(one.getPackageName() + '.' + name))
                        .filter(Models::isModel)
                        .forEach(all::add);
            } catch (IOException | URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Models.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isModel(Class<?> type) {
        return KubernetesResource.class.isAssignableFrom(type)
                && !Modifier.isAbstract(type.getModifiers())
                && type.getSuperclass() == Object.class
                && !NOT_IN_MANIFESTS.contains(type.getSimpleName())
                && List.of(type.getDeclaredFields()).stream()
                        .anyMatch(f -> f.getName().equals("additionalProperties"));
    }

    /** An instance in which every field down to some depth has a value, different ones for equal types. */
    <T> T populated(Class<T> type) {
        try {
            T model = type.getConstructor().newInstance();
            populate(model, 0);
            return model;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private void populate(Object model, int depth) throws ReflectiveOperationException {
        for (Field field : model.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getName().equals("additionalProperties")) {
                continue;
            }
            field.setAccessible(true);
            boolean identity =
                    field.getName().equals("apiVersion") || field.getName().equals("kind");
            if (depth == 0 && identity && field.get(model) != null) {
                continue;
            }
            Object value = value(field.getGenericType(), depth + 1);
            if (value != null) {
                field.set(model, value);
            }
        }
    }

    private Object value(Type type, int depth) throws ReflectiveOperationException {
        counter++;
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Object first = value(element, depth);
            Object second = value(element, depth + 2);
            return generic.getRawType() == List.class ? list(first, second) : map(first, second);
        }
        Class<?> raw = (Class<?>) type;
        if (NOT_IN_MANIFESTS.contains(raw.getSimpleName()) || depth > 7) {
            return null;
        }
        return switch (raw.getSimpleName()) {
            case "String" ->
                List.of("text " + counter, "", "on", "0x" + counter, "two\nlines " + counter)
                        .get(counter % 5);
            case "Integer" -> counter;
            case "Long" -> 5_000_000_000L + counter;
            case "Boolean" -> counter % 2 == 0;
            case "Object" -> map("x", null);
            case "Quantity" -> new Quantity(counter + (counter % 3 == 0 ? "Mi" : ""));
            case "IntOrString" -> counter % 2 == 0 ? new IntOrString(counter) : new IntOrString(counter + "%");
            case "RawExtension" -> raw.getConstructor(Object.class).newInstance(map("a", counter));
            default -> nested(raw, depth);
        };
    }

    private Object nested(Class<?> raw, int depth) throws ReflectiveOperationException {
        if (raw.isInterface() || AnyType.class.isAssignableFrom(raw)) {
            return null;
        }
        Object model = raw.getConstructor().newInstance();
        populate(model, depth);
        return model;
    }

    private static List<Object> list(Object first, Object second) {
        List<Object> list = new ArrayList<>();
        if (first != null) {
            list.add(first);
        }
        if (second != null) {
            list.add(second);
        }
        return list;
    }

    private static Map<String, Object> map(Object first, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (first != null) {
            map.put("zeta", first);
        }
        if (second != null) {
            map.put("alpha.example.com/key", second);
        }
        return map;
    }
}
