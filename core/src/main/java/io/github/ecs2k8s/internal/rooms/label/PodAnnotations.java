package io.github.ecs2k8s.internal.rooms.label;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.security.SecurityOptionTexts;
import io.github.ecs2k8s.kubernetes.Hook;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Kubernetes annotations of a pod: what controllers in the cluster read there, and what takes their place in ECS.
 *
 * <p>Those that are docker labels in another form, or an AppArmor profile, are read where they belong; they carry the
 * container's name (https://kubernetes.io/docs/reference/labels-annotations-taints/).
 */
public final class PodAnnotations implements TaskCorrespondence {

    /** Annotations by the beginning of their key, and what one does instead. */
    private enum Reader {
        PROMETHEUS(
                "prometheus.io/",
                "the CloudWatch agent on ECS finds tasks by docker labels ECS_PROMETHEUS_EXPORTER_PORT and"
                        + " ECS_PROMETHEUS_METRICS_PATH"),
        ISTIO("sidecar.istio.io/", "Service Connect adds its proxy to a service without an injector"),
        ISTIO_TRAFFIC("traffic.sidecar.istio.io/", "Service Connect adds its proxy to a service without an injector"),
        ISTIO_PROXY("proxy.istio.io/", "Service Connect adds its proxy to a service without an injector"),
        LINKERD("linkerd.io/", "Service Connect adds its proxy to a service without an injector"),
        LINKERD_CONFIG("config.linkerd.io/", "Service Connect adds its proxy to a service without an injector"),
        CONSUL("consul.hashicorp.com/", "Service Connect adds its proxy to a service without an injector"),
        VAULT("vault.hashicorp.com/", "name the secrets under \"secrets\", from Secrets Manager or Parameter Store"),
        KUBE2IAM("iam.amazonaws.com/role", "set it as taskRoleArn"),
        DATADOG("ad.datadoghq.com/", "write it as docker label com.datadoghq.ad.…"),
        DATADOG_ADMISSION("admission.datadoghq.com/", "add the tracer to the image"),
        OPENTELEMETRY("instrumentation.opentelemetry.io/", "add the agent to the image, the collector as a container"),
        ELASTIC_LOGS("co.elastic.logs/", "configure the log router: firelensConfiguration"),
        FLUENT_BIT("fluentbit.io/", "configure the log router: firelensConfiguration"),
        AUTOSCALER(
                "cluster-autoscaler.kubernetes.io/safe-to-evict",
                "let the task protect itself: aws ecs update-task-protection"),
        KARPENTER("karpenter.sh/do-not-disrupt", "let the task protect itself: aws ecs update-task-protection"),
        BANDWIDTH("kubernetes.io/ingress-bandwidth", "the network of a task follows from its size"),
        BANDWIDTH_OUT("kubernetes.io/egress-bandwidth", "the network of a task follows from its size"),
        MULTUS("k8s.v1.cni.cncf.io/", "a task in awsvpc has one network interface"),
        SECCOMP("seccomp.security.alpha.kubernetes.io/", "ECS takes no seccomp profile"),
        SECCOMP_CONTAINER("container.seccomp.security.alpha.kubernetes.io/", "ECS takes no seccomp profile");

        private final String prefix;
        private final String wayOut;

        Reader(String prefix, String wayOut) {
            this.prefix = prefix;
            this.wayOut = wayOut;
        }
    }

    private static final String OWN = "ecs2k8s.io/";

    @Override
    public Term term() {
        return Term.POD_ANNOTATION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of();
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.nowhere("pod.metadata.annotations{}"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        // Nothing in a task definition says it; docker labels have a room of their own.
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        Map<String, String> annotations = from.getMetadata().getAnnotations();
        if (annotations == null) {
            return;
        }
        for (String key : annotations.keySet()) {
            if (!isReadElsewhere(key, context)) {
                say(key, context);
            }
        }
    }

    private static boolean isReadElsewhere(String key, TaskToEcs context) {
        if (key.startsWith(OWN) || Hook.isReadOf(key, context.workload()) || SecurityOptionTexts.isAppArmor(key)) {
            return true;
        }
        for (int i = 0; i < context.containers().size(); i++) {
            if (DatadogLabels.isAnnotationOf(
                    key, context.containers().get(i).container().getName())) {
                return true;
            }
        }
        return false;
    }

    private static void say(String key, TaskToEcs context) {
        Reader reader = reader(key);
        if (reader == null) {
            boolean version = key.startsWith("checksum/") || key.startsWith("rollme");
            context.at("metadata", "annotations", key)
                    .report(
                            FindingCode.METADATA_LEFT_OUT,
                            version
                                    ? "every change of a task definition is a new revision; no note has to change with it"
                                    : "annotation " + key + " says nothing to ECS; not written",
                            version ? null : "what a controller does for it needs a counterpart of its own");
        } else {
            context.at("metadata", "annotations", key)
                    .report(
                            FindingCode.POD_ANNOTATION,
                            "what reads " + key + " in the cluster does not run in ECS",
                            reader.wayOut);
        }
    }

    private static @Nullable Reader reader(String key) {
        for (Reader reader : Reader.values()) {
            if (key.startsWith(reader.prefix)) {
                return reader;
            }
        }
        return null;
    }
}
