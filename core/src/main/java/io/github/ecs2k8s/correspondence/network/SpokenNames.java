package io.github.ecs2k8s.correspondence.network;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host names that workloads of the input say, in commands, variables and ConfigMaps: a Service is called by its
 * name, {@code name.namespace} or {@code name.namespace.svc.cluster.local}
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/).
 */
final class SpokenNames {
    private final List<Text> texts = new ArrayList<>();

    /** One text and who says it; null for a ConfigMap, which anybody may read. */
    private record Text(
            @Nullable LocatedObject speaker, @Nullable String namespace, String text) {}

    SpokenNames(Manifests manifests) {
        for (LocatedObject located : manifests.all()) {
            HasMetadata object = located.object();
            String namespace = object.getMetadata().getNamespace();
            if (object instanceof ConfigMap map && map.getData() != null) {
                map.getData().values().forEach(value -> add(null, namespace, value));
            } else if (PodTemplates.isWorkload(object)) {
                PodSpec pod = PodTemplates.of(object).getSpec();
                pod.getInitContainers().forEach(container -> read(container, located, namespace));
                pod.getContainers().forEach(container -> read(container, located, namespace));
            }
        }
    }

    private void read(Container container, LocatedObject speaker, @Nullable String namespace) {
        container.getCommand().forEach(text -> add(speaker, namespace, text));
        container.getArgs().forEach(text -> add(speaker, namespace, text));
        for (EnvVar variable : container.getEnv()) {
            add(speaker, namespace, variable.getValue());
        }
    }

    private void add(@Nullable LocatedObject speaker, @Nullable String namespace, @Nullable String text) {
        if (text != null) {
            texts.add(new Text(speaker, namespace, text));
        }
    }

    /**
     * The forms in which others than its own workloads say a Service's name, the short one first; empty when nobody
     * does.
     *
     * @param own the workloads behind the Service
     */
    List<String> of(String name, @Nullable String namespace, List<LocatedObject> own) {
        List<String> forms = forms(name, namespace);
        List<String> spoken = new ArrayList<>();
        for (String form : forms) {
            for (Text text : texts) {
                boolean inside = text.speaker != null && own.contains(text.speaker);
                boolean near = form.indexOf('.') >= 0 || java.util.Objects.equals(namespace, text.namespace);
                if (!inside && near && !runsOnce(text.speaker) && says(text.text, form)) {
                    spoken.add(form);
                    break;
                }
            }
        }
        return spoken;
    }

    /** Whether anybody in another namespace says a Service's name. */
    boolean isSpokenElsewhere(String name, @Nullable String namespace) {
        for (String form : forms(name, namespace)) {
            for (Text text : texts) {
                boolean elsewhere = !java.util.Objects.equals(namespace, text.namespace);
                if (form.indexOf('.') >= 0 && elsewhere && says(text.text, form)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every form of a Service's name, the short one first. */
    static List<String> forms(String name, @Nullable String namespace) {
        List<String> forms = new ArrayList<>(List.of(name));
        String space = namespace == null ? "default" : namespace;
        for (String end : List.of("", ".svc", ".svc.cluster.local")) {
            forms.add(name + "." + space + end);
        }
        return forms;
    }

    /** Who runs once cannot use names of Service Connect, so that what it says decides nothing. */
    private static boolean runsOnce(@Nullable LocatedObject speaker) {
        String kind = speaker == null ? "" : speaker.object().getKind();
        return kind.equals("Job") || kind.equals("CronJob");
    }

    /** The workloads that say one of these names. */
    List<LocatedObject> speakers(List<String> names) {
        List<LocatedObject> speakers = new ArrayList<>();
        for (Text text : texts) {
            for (String name : names) {
                if (text.speaker != null && !speakers.contains(text.speaker) && says(text.text, name)) {
                    speakers.add(text.speaker);
                }
            }
        }
        return speakers;
    }

    /** A word is a host's name when it is all there is, or when a port, a path, a scheme or a user stands beside it. */
    private static boolean says(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            int end = at + name.length();
            char after = end == text.length() ? ' ' : text.charAt(end);
            boolean whole = at == 0 && end == text.length();
            boolean begins = "/@,;=\"' \t\n[(".indexOf(before) >= 0;
            boolean ends = ":/,;\"' \t\n])".indexOf(after) >= 0;
            if (whole || begins && ends && (before == '/' || before == '@' || after == ':')) {
                return true;
            }
        }
        return false;
    }
}
