package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names that workloads of the input say, in commands, variables, ConfigMaps and Secrets: a Service is called by its
 * name, {@code name.namespace} or {@code name.namespace.svc.cluster.local}
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/).
 */
final class ReferencedHosts {
    private static final String SEPARATORS = "/@,;=\"' \t\n\r[]():";
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("-[0-9]+\\.");

    private final NameFinder names = new NameFinder(c -> SEPARATORS.indexOf(c) < 0);
    private final Map<String, List<Text>> byForm = new HashMap<>();
    private final List<Text> ofPods = new ArrayList<>();

    /** One text and who says it; null for a ConfigMap or Secret, which anybody of the namespace may read. */
    private record Text(
            @Nullable LocatedObject speaker, @Nullable String namespace, String text) {}

    /**
     * A form of a Service's name, and who says it.
     *
     * @param speaker a workload, or a Service of type ExternalName; null for a ConfigMap or Secret
     */
    record Said(
            String form,
            @Nullable LocatedObject speaker,
            @Nullable String namespace) {

        /** Whether names of Service Connect help who says it; DNS and what runs once or beside it do not know them. */
        boolean takesPart() {
            return speaker == null || !isName() && !runsOnce() && !isInNetworkOfHost();
        }

        boolean isName() {
            return speaker != null && !PodTemplates.isWorkload(speaker.object());
        }

        boolean runsOnce() {
            return speaker != null && PodLifetimes.runsOnce(speaker.object());
        }

        boolean isInNetworkOfHost() {
            return speaker != null
                    && !isName()
                    && Boolean.TRUE.equals(
                            PodTemplates.of(speaker.object()).getSpec().getHostNetwork());
        }
    }

    ReferencedHosts(Manifests manifests) {
        for (LocatedObject service : manifests.of("Service")) {
            ObjectMeta metadata = service.object().getMetadata();
            forms(metadata.getName(), metadata.getNamespace()).forEach(names::add);
        }
        for (LocatedObject located : manifests.all()) {
            HasMetadata object = located.object();
            String namespace = object.getMetadata().getNamespace();
            if (object instanceof ConfigMap map && map.getData() != null) {
                map.getData().values().forEach(value -> add(null, namespace, value));
            } else if (object instanceof Secret secret) {
                read(secret, namespace);
            } else if (object instanceof Service service
                    && service.getSpec() != null
                    && "ExternalName".equals(service.getSpec().getType())) {
                add(located, namespace, service.getSpec().getExternalName());
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

    private void read(Secret secret, @Nullable String namespace) {
        if (secret.getStringData() != null) {
            secret.getStringData().values().forEach(value -> add(null, namespace, value));
        }
        if (secret.getData() != null) {
            for (String value : secret.getData().values()) {
                add(null, namespace, decoded(value));
            }
        }
    }

    /** Lines may be broken, and what is not Base64 says no names. */
    private static @Nullable String decoded(String value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private void add(@Nullable LocatedObject speaker, @Nullable String namespace, @Nullable String text) {
        if (text == null) {
            return;
        }
        Text said = new Text(speaker, namespace, text);
        for (String form : names.candidates(text)) {
            if (says(text, form)) {
                byForm.computeIfAbsent(form, unused -> new ArrayList<>()).add(said);
            }
        }
        if (ONE_OF_SEVERAL.matcher(text).find()) {
            ofPods.add(said);
        }
    }

    /** Everything that is said of a Service of the input, the short form of its name first. */
    List<Said> of(String name, @Nullable String namespace) {
        List<Said> said = new ArrayList<>();
        for (String form : forms(name, namespace)) {
            for (Text text : byForm.getOrDefault(form, List.of())) {
                // Only neighbours mean the Service by its short name.
                if (form.indexOf('.') >= 0 || space(namespace).equals(space(text.namespace))) {
                    said.add(new Said(form, text.speaker, text.namespace));
                }
            }
        }
        return said;
    }

    /**
     * The name of a single pod that somebody says, of a workload behind a headless Service; null when nobody does
     * (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id).
     */
    @Nullable String pod(String workload, String service, @Nullable String namespace) {
        for (Text text : ofPods) {
            String all = text.text;
            String end = space(namespace).equals(space(text.namespace))
                    ? "." + service
                    : "." + forms(service, namespace).get(1);
            for (int at = all.indexOf(workload + "-"); at >= 0; at = all.indexOf(workload + "-", at + 1)) {
                int digits = at + workload.length() + 1;
                int after = digits;
                while (after < all.length() && all.charAt(after) >= '0' && all.charAt(after) <= '9') {
                    after++;
                }
                if (after > digits && all.startsWith(end, after)) {
                    return all.substring(at, after) + end;
                }
            }
        }
        return null;
    }

    /** A namespace's name; what says none is applied into the one that is called default unless told otherwise. */
    static String space(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    /** Every form of a Service's name, the short one first. */
    private static List<String> forms(String name, @Nullable String namespace) {
        List<String> forms = new ArrayList<>(List.of(name));
        for (String end : List.of("", ".svc", ".svc.cluster.local")) {
            forms.add(name + "." + space(namespace) + end);
        }
        return forms;
    }

    /**
     * A word is a host's name when it is all there is, or when a port, a path, a scheme or a user stands beside it; one
     * that ends as names in a cluster do, wherever it stands by itself.
     */
    private static boolean says(String text, String name) {
        boolean plain = name.indexOf(".svc") < 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            int end = at + name.length();
            char after = end == text.length() ? ' ' : text.charAt(end);
            boolean whole = at == 0 && end == text.length();
            boolean begins = "/@,;=\"' \t\n[(:".indexOf(before) >= 0 && (before != ':' || !plain);
            boolean ends = ":/,;\"' \t\n\r])".indexOf(after) >= 0;
            if (whole || begins && ends && (!plain || before == '/' || before == '@' || after == ':')) {
                return true;
            }
        }
        return false;
    }
}
