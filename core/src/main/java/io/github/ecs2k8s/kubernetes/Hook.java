package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a hook of Helm or Argo CD runs. An installation from nothing is what the output does, so its phases come first; those of
 * an upgrade count where there are no others
 * (https://helm.sh/docs/topics/charts_hooks/, https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/).
 *
 * @param annotation the annotation that says it
 * @param phases what it says, in its words
 * @param time when that is
 * @param weight lower ones run first
 */
public record Hook(String annotation, List<String> phases, Time time, int weight) {
    private static final String ARGO = "argocd.argoproj.io/hook";
    private static final String HELM = "helm.sh/hook";
    private static final Set<String> BEFORE = Set.of("pre-install", "crd-install", "PreSync");
    private static final Set<String> WITH = Set.of("Sync");
    private static final Set<String> AFTER = Set.of("post-install", "PostSync");
    private static final Set<String> UPGRADE_BEFORE = Set.of("pre-upgrade");
    private static final Set<String> UPGRADE_AFTER = Set.of("post-upgrade");

    /** When a hook runs, seen from the services. */
    public enum Time {
        BEFORE_SERVICES,
        WITH_SERVICES,
        AFTER_SERVICES,
        /** Only for tests, deletion, rollback, failure; or never. */
        ELSEWHERE
    }

    /** The hook that an object is; null when it is none. */
    public static @Nullable Hook of(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        if (annotations == null) {
            return null;
        }
        // Argo CD reads Helm's hooks, too, and lets its own win.
        for (String annotation : List.of(ARGO, HELM)) {
            String text = annotations.get(annotation);
            if (text != null && !text.isBlank()) {
                Set<String> phases = new LinkedHashSet<>();
                for (String phase : text.split(",", -1)) {
                    phases.add(phase.trim());
                }
                int weight = weight(annotations.get(weightOf(annotation)));
                return new Hook(annotation, List.copyOf(phases), time(phases), weight);
            }
        }
        return null;
    }

    /** Whether an annotation says when a workload that ends is run, and is read for that. */
    public static boolean isReadOf(String annotation, HasMetadata workload) {
        Hook hook = PodLifetimes.runsOnce(workload) ? of(workload) : null;
        return hook != null && (annotation.equals(hook.annotation()) || annotation.equals(weightOf(hook.annotation())));
    }

    /** The annotation that says the weight. */
    public String weightAnnotation() {
        return weightOf(annotation);
    }

    private static String weightOf(String annotation) {
        return annotation.equals(ARGO) ? "argocd.argoproj.io/sync-wave" : HELM + "-weight";
    }

    private static Time time(Set<String> phases) {
        if (phases.stream().anyMatch(BEFORE::contains)) {
            return Time.BEFORE_SERVICES;
        } else if (phases.stream().anyMatch(WITH::contains)) {
            return Time.WITH_SERVICES;
        } else if (phases.stream().anyMatch(AFTER::contains)) {
            return Time.AFTER_SERVICES;
        } else if (phases.stream().anyMatch(UPGRADE_BEFORE::contains)) {
            return Time.BEFORE_SERVICES;
        }
        return phases.stream().anyMatch(UPGRADE_AFTER::contains) ? Time.AFTER_SERVICES : Time.ELSEWHERE;
    }

    private static int weight(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
