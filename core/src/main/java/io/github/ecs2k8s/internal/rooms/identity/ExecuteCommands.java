package io.github.ecs2k8s.internal.rooms.identity;

import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import java.util.Locale;

/**
 * ECS Exec ⇄ kubectl exec, which needs nothing in the Pod and a role with {@code pods/exec} for whoever uses it
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html).
 */
public final class ExecuteCommands implements LaunchCorrespondence {

    @Override
    public Term term() {
        return Term.EXECUTE_COMMAND;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("service.enableExecuteCommand", "false"),
                OwnedField.nowhere("runTask.enableExecuteCommand", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.nowhere("pod.spec.ephemeralContainers[].**"));
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        if (context.settings().executeCommand()) {
            boolean scheduled = context.workload() instanceof CronJob;
            String kind = scheduled ? "job" : context.workload().getKind().toLowerCase(Locale.ROOT);
            String namespace = context.namespace() == null ? "" : " -n " + context.namespace();
            context.at("enableExecuteCommand")
                    .report(
                            FindingCode.EXECUTE_COMMAND,
                            "nothing is written for ECS Exec; kubectl exec reaches every container",
                            "kubectl exec" + namespace + " -it " + kind + "/" + context.name()
                                    + (scheduled ? "-… " : " ") + "-- sh, as somebody who may" + " create pods/exec");
        }
    }

    /** A container for debugging was put beside the others while they ran; ECS Exec goes into one of them. */
    @Override
    public void toEcs(LaunchToEcs context) {
        List<EphemeralContainer> all = context.template().getSpec().getEphemeralContainers();
        for (int i = 0; i < all.size(); i++) {
            context.all()
                    .at(PodTemplates.node(context.located()), "spec", "ephemeralContainers", i)
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS adds no container to a running task; "
                                    + all.get(i).getName() + " is left out",
                            "aws ecs execute-command opens a shell in a container of a service with"
                                    + " enableExecuteCommand");
        }
    }
}
