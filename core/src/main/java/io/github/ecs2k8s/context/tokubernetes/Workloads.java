package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.WorkloadKind;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Compatibility;

/** Puts a finished pod template into the kind of workload that was asked for. */
public final class Workloads {
    /** The label every selector consists of; stable over revisions. */
    public static final String NAME_LABEL = "app.kubernetes.io/name";

    private final TaskToKubernetes task;
    private final Map<String, String> selector = new LinkedHashMap<>();

    private Workloads(TaskToKubernetes task) {
        this.task = task;
        selector.put(NAME_LABEL, task.facts().workloadName());
    }

    /** The workload around a pod template, as a task definition alone needs it; what runs it completes the rest. */
    public static HasMetadata of(TaskToKubernetes task) {
        TaskToKubernetes own = task.with(task.bundle().as(Term.WORKLOAD));
        return new Workloads(own).make(task.facts().kind());
    }

    private HasMetadata make(WorkloadKind kind) {
        PodTemplateSpec template = task.template();
        if (task.facts().windows()) {
            WindowsPods.declare(template.getSpec());
        }
        Map<String, String> labels = new LinkedHashMap<>(selector);
        labels.putAll(task.facts().extraLabels());
        labels.putAll(template.getMetadata().getLabels());
        template.getMetadata().setLabels(labels);
        return switch (kind) {
            case DEPLOYMENT -> deployment(template);
            case STATEFULSET -> statefulSet(template);
            case DAEMONSET -> daemonSet(template);
            case JOB -> job(template);
            case CRONJOB -> cronJob(template);
            case POD -> pod(template);
            case PODTEMPLATE -> podTemplate(template);
        };
    }

    private ObjectMeta metadata() {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(task.facts().workloadName());
        Map<String, String> labels = new LinkedHashMap<>(selector);
        labels.putAll(task.facts().extraLabels());
        metadata.setLabels(labels);
        metadata.setAnnotations(new LinkedHashMap<>(task.facts().workloadAnnotations()));
        return metadata;
    }

    private LabelSelector selector() {
        LabelSelector labels = new LabelSelector();
        labels.setMatchLabels(new LinkedHashMap<>(selector));
        return labels;
    }

    private Deployment deployment(PodTemplateSpec template) {
        DeploymentSpec spec = new DeploymentSpec();
        spec.setReplicas(1);
        spec.setSelector(selector());
        spec.setTemplate(template);
        Deployment deployment = new Deployment();
        deployment.setMetadata(metadata());
        deployment.setSpec(spec);
        return deployment;
    }

    private StatefulSet statefulSet(PodTemplateSpec template) {
        Service service = GoverningServices.of(task, selector);
        task.bundle().add(service);
        StatefulSetSpec spec = new StatefulSetSpec();
        spec.setReplicas(1);
        spec.setServiceName(service.getMetadata().getName());
        spec.setSelector(selector());
        spec.setTemplate(template);
        StatefulSet set = new StatefulSet();
        set.setMetadata(metadata());
        set.setSpec(spec);
        return set;
    }

    private DaemonSet daemonSet(PodTemplateSpec template) {
        int fargate = task.definition().requiresCompatibilities().indexOf(Compatibility.FARGATE);
        if (fargate >= 0 && task.target().isEks()) {
            task.at("requiresCompatibilities", fargate)
                    .report(
                            FindingCode.FARGATE_LIMIT,
                            "Fargate on EKS runs no DaemonSet; this one runs on the other nodes only",
                            "add it to the task definitions as a sidecar, or keep it on nodes");
        }
        DaemonSetSpec spec = new DaemonSetSpec();
        spec.setSelector(selector());
        spec.setTemplate(template);
        DaemonSet set = new DaemonSet();
        set.setMetadata(metadata());
        set.setSpec(spec);
        return set;
    }

    private Job job(PodTemplateSpec template) {
        Job job = new Job();
        job.setMetadata(metadata());
        job.setSpec(jobSpec(template));
        return job;
    }

    /** A task that is run once is not started again when it fails: backoffLimit 0, restartPolicy Never. */
    private static JobSpec jobSpec(PodTemplateSpec template) {
        template.getSpec().setRestartPolicy("Never");
        JobSpec spec = new JobSpec();
        spec.setBackoffLimit(0);
        spec.setTemplate(template);
        return spec;
    }

    private CronJob cronJob(PodTemplateSpec template) {
        JobTemplateSpec jobTemplate = new JobTemplateSpec();
        jobTemplate.setSpec(jobSpec(template));
        CronJobSpec spec = new CronJobSpec();
        spec.setJobTemplate(jobTemplate);
        CronJob job = new CronJob();
        job.setMetadata(metadata());
        job.setSpec(spec);
        if (!task.facts().isLaunched()) {
            // No schedule is known: a CronJob that is suspended cannot run by surprise.
            spec.setSchedule("0 0 * * *");
            spec.setSuspend(true);
            task.at()
                    .report(
                            FindingCode.SCHEDULE_UNKNOWN,
                            "a task definition has no schedule; the CronJob is written suspended, at midnight",
                            "set spec.schedule and remove spec.suspend");
        }
        return job;
    }

    private Pod pod(PodTemplateSpec template) {
        ObjectMeta metadata = metadata();
        metadata.setLabels(template.getMetadata().getLabels());
        metadata.getAnnotations().putAll(template.getMetadata().getAnnotations());
        template.getSpec().setRestartPolicy("Never");
        Pod pod = new Pod();
        pod.setMetadata(metadata);
        pod.setSpec(template.getSpec());
        return pod;
    }

    private PodTemplate podTemplate(PodTemplateSpec template) {
        PodTemplate object = new PodTemplate();
        object.setMetadata(metadata());
        object.setTemplate(template);
        return object;
    }
}
