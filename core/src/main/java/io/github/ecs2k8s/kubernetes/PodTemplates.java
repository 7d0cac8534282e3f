package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.github.ecs2k8s.source.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the pod template in every kind of workload. */
public final class PodTemplates {

    /** Argo's kind of Deployment; it has no model class, but a pod template of the usual model. */
    public static final String ROLLOUT = "Rollout";

    private PodTemplates() {}

    /** Whether objects of this kind run pods. */
    public static boolean isWorkload(HasMetadata object) {
        return find(object) != null;
    }

    /**
     * The pod template of a workload, never with a null spec or metadata; a Pod's own metadata and spec.
     *
     * @throws IllegalArgumentException when the object is no workload
     */
    public static PodTemplateSpec of(HasMetadata workload) {
        PodTemplateSpec template = find(workload);
        if (template == null) {
            throw new IllegalArgumentException(workload.getKind() + " has no pod template");
        }
        if (template.getSpec() == null) {
            template.setSpec(new PodSpec());
        }
        if (template.getMetadata() == null) {
            template.setMetadata(new ObjectMeta());
        }
        return template;
    }

    /** The node of a workload's pod template; where it is missing, the nearest around it. */
    public static Node node(LocatedObject workload) {
        Node node = workload.node();
        return switch (workload.object().getKind()) {
            case "Pod" -> node;
            case "PodTemplate" -> node.nearest("template");
            case "CronJob" -> node.nearest("spec", "jobTemplate", "spec", "template");
            default -> node.nearest("spec", "template");
        };
    }

    private static @Nullable PodTemplateSpec find(HasMetadata object) {
        if (object instanceof Deployment deployment && deployment.getSpec() != null) {
            return deployment.getSpec().getTemplate();
        } else if (object instanceof StatefulSet set && set.getSpec() != null) {
            return set.getSpec().getTemplate();
        } else if (object instanceof DaemonSet set && set.getSpec() != null) {
            return set.getSpec().getTemplate();
        } else if (object instanceof ReplicaSet set && set.getSpec() != null) {
            return set.getSpec().getTemplate();
        } else if (object instanceof ReplicationController set && set.getSpec() != null) {
            return set.getSpec().getTemplate();
        } else if (object instanceof Job job && job.getSpec() != null) {
            return job.getSpec().getTemplate();
        } else if (object instanceof CronJob job) {
            return job.getSpec() == null
                            || job.getSpec().getJobTemplate() == null
                            || job.getSpec().getJobTemplate().getSpec() == null
                    ? null
                    : job.getSpec().getJobTemplate().getSpec().getTemplate();
        } else if (object instanceof PodTemplate template) {
            return template.getTemplate();
        } else if (object instanceof GenericKubernetesResource rollout && ROLLOUT.equals(rollout.getKind())) {
            return rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                            && spec.get("template") instanceof PodTemplateSpec template
                    ? template
                    : null;
        } else if (object instanceof Pod pod) {
            PodTemplateSpec template = new PodTemplateSpec();
            template.setMetadata(pod.getMetadata());
            template.setSpec(pod.getSpec());
            return template;
        } else if (object instanceof GenericKubernetesResource custom
                && custom.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                && spec.get("template") instanceof PodTemplateSpec template) {
            return template;
        }
        return null;
    }
}
