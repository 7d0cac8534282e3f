package io.github.ecs2k8s.internal.rooms.command;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Expansions;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * ECS entryPoint and command ⇄ Kubernetes command and args: the names cross over.
 *
 * <p>Kubernetes expands {@code $(VAR)} in both, ECS does not, so references are escaped on the way out and unescaped on
 * the way back
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/).
 */
public final class Commands implements ContainerCorrespondence {

    @Override
    public Term term() {
        return Term.COMMAND;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].entryPoint[]", "pod.spec.containers[].command"),
                OwnedField.to("containerDefinitions[].command[]", "pod.spec.containers[].args"),
                OwnedField.to("containerDefinitions[].workingDirectory", "pod.spec.containers[].workingDir"),
                OwnedField.to("containerDefinitions[].interactive", "pod.spec.containers[].stdin", "false"),
                OwnedField.to("containerDefinitions[].pseudoTerminal", "pod.spec.containers[].tty", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.containers[].command[]", "containerDefinitions[].entryPoint"),
                OwnedField.to("pod.spec.containers[].args[]", "containerDefinitions[].command"),
                OwnedField.to("pod.spec.containers[].workingDir", "containerDefinitions[].workingDirectory"),
                OwnedField.to("pod.spec.containers[].stdin", "containerDefinitions[].interactive", "false"),
                OwnedField.nowhere("pod.spec.containers[].stdinOnce", "false"),
                OwnedField.to("pod.spec.containers[].tty", "containerDefinitions[].pseudoTerminal", "false"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        to.setCommand(Expansions.escape(from.entryPoint()));
        to.setArgs(Expansions.escape(from.command()));
        to.setWorkingDir(from.workingDirectory());
        to.setStdin(trueOrNull(from.interactive()));
        to.setTty(trueOrNull(from.pseudoTerminal()));
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        List<String> words = new ArrayList<>(from.getCommand());
        words.addAll(from.getArgs());
        int script = ShellScripts.indexIn(words);
        if (!from.getCommand().isEmpty()) {
            to.entryPoint(ExpandedWords.of(from.getCommand(), script, context, "command"));
        }
        if (!from.getArgs().isEmpty()) {
            int here = script - from.getCommand().size();
            to.command(ExpandedWords.of(from.getArgs(), here, context, "args"));
        }
        to.workingDirectory(from.getWorkingDir());
        to.interactive(trueOrNull(from.getStdin()));
        to.pseudoTerminal(trueOrNull(from.getTty()));
        if (Boolean.TRUE.equals(from.getStdinOnce())) {
            context.at("stdinOnce")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS does not close a container's input when somebody who attached to it leaves",
                            "let the program end by itself");
        }
    }

    /** False is the default of both sides and is not written out. */
    private static @Nullable Boolean trueOrNull(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value) ? Boolean.TRUE : null;
    }
}
