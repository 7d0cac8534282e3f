package io.github.ecs2k8s.internal.rooms.label;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.Map;

/**
 * Docker labels that the Datadog agent reads, in the form it reads on Kubernetes: {@code com.datadoghq.ad.logs} of
 * container web ⇄ annotation {@code ad.datadoghq.com/web.logs}, and {@code com.datadoghq.tags.env} ⇄ label
 * {@code tags.datadoghq.com/web.env}.
 *
 * <p>https://docs.datadoghq.com/containers/kubernetes/integrations/,
 * https://docs.datadoghq.com/getting_started/tagging/unified_service_tagging/
 */
final class DatadogLabels {
    private static final String AD = "com.datadoghq.ad.";
    private static final String AD_ANNOTATION = "ad.datadoghq.com/";
    private static final String TAGS = "com.datadoghq.tags.";
    private static final String TAGS_LABEL = "tags.datadoghq.com/";

    private DatadogLabels() {}

    /** Writes one docker label of a container, if it is one of Datadog's that the Pod can carry. */
    static boolean toKubernetes(String key, String value, String container, ObjectMeta pod) {
        if (key.startsWith(AD)) {
            String annotation = AD_ANNOTATION + container + "." + key.substring(AD.length());
            if (Names.isAnnotationKey(annotation)) {
                pod.getAnnotations().put(annotation, value);
                return true;
            }
        } else if (key.startsWith(TAGS)) {
            String label = TAGS_LABEL + container + "." + key.substring(TAGS.length());
            if (Names.isLabelKey(label) && Names.isLabelValue(value)) {
                pod.getLabels().put(label, value);
                return true;
            }
        }
        return false;
    }

    /** Adds the docker labels of a container that the Pod carries. */
    static void toEcs(ObjectMeta pod, String container, Map<String, String> labels) {
        collect(pod.getAnnotations(), AD_ANNOTATION + container + ".", AD, labels);
        collect(pod.getLabels(), TAGS_LABEL + container + ".", TAGS, labels);
    }

    private static void collect(Map<String, String> from, String prefix, String replacement, Map<String, String> to) {
        if (from != null) {
            from.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    to.put(replacement + key.substring(prefix.length()), value);
                }
            });
        }
    }

    /** Whether an annotation of the Pod is a docker label of a container. */
    static boolean isAnnotationOf(String key, String container) {
        return key.startsWith(AD_ANNOTATION + container + ".");
    }

    /** Whether a label of the Pod speaks of one of its containers, {@code tags.datadoghq.com/web.env}. */
    static boolean isOfOneContainer(String key) {
        return key.startsWith(TAGS_LABEL) && key.indexOf('.', TAGS_LABEL.length()) > 0;
    }
}
