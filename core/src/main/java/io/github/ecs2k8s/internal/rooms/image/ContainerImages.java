package io.github.ecs2k8s.internal.rooms.image;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** ECS container definition name and image ⇄ Kubernetes container name and image. */
public final class ContainerImages implements ContainerCorrespondence {
    /** What a template or a pipeline would have put in: {@code ${Tag}}, <code>{{ tag }}</code>, {@code <IMAGE1_NAME>}. */
    private static final Pattern OPEN = Pattern.compile("\\$\\{|\\{\\{|<[^>]*>");

    @Override
    public Term term() {
        return Term.CONTAINER_DEFINITION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].name", "pod.spec.containers[].name"),
                OwnedField.to("containerDefinitions[].image", "pod.spec.containers[].image"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.containers[].name", "containerDefinitions[].name"),
                OwnedField.to("pod.spec.containers[].image", "containerDefinitions[].image"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        String name = context.name();
        to.setName(name);
        to.setImage(from.image());
        if (from.name() == null) {
            context.at().report(FindingCode.MISSING_FIELD, "the container definition has no name; written " + name);
        } else if (!name.equals(from.name())) {
            context.at("name")
                    .report(FindingCode.NAME_ADJUSTED, "container \"" + from.name() + "\" is written " + name);
        }
        if (from.image() == null) {
            to.setImage(TaskReferences.UNKNOWN_IMAGE);
            context.at()
                    .report(
                            FindingCode.IMAGE_UNKNOWN,
                            "container " + name + " has no image; a placeholder that cannot run is written",
                            "add \"image\" to the container definition");
        } else if (OPEN.matcher(from.image()).find()) {
            context.at("image")
                    .report(
                            FindingCode.IMAGE_UNKNOWN,
                            "the image of container " + name + " is not known; " + from.image()
                                    + " is written, which no cluster can pull",
                            "give the values it needs, or set the image in the manifest");
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        to.name(from.getName());
        to.image(from.getImage());
    }
}
