package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.Views;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** What a room is given while one task definition becomes one pod template. */
public final class TaskToKubernetes {
    private final BundleToKubernetes bundle;
    private final TaskDefinitionSource source;
    private final TaskFacts facts;
    private final PodTemplateSpec template;
    private final List<Container> containers;

    public TaskToKubernetes(
            BundleToKubernetes bundle, TaskDefinitionSource source, TaskFacts facts, PodTemplateSpec template) {
        this.bundle = bundle;
        this.source = source;
        this.facts = facts;
        this.template = template;
        this.containers = new ArrayList<>();
        for (int i = 0; i < source.definition().containerDefinitions().size(); i++) {
            containers.add(new Container());
        }
    }

    private TaskToKubernetes(TaskToKubernetes whole, BundleToKubernetes bundle) {
        this.bundle = bundle;
        this.source = whole.source;
        this.facts = whole.facts;
        this.template = whole.template;
        this.containers = whole.containers;
    }

    /** The same as somebody sees it who has this view of the whole: the room of a term, who writes into a namespace. */
    public TaskToKubernetes with(BundleToKubernetes view) {
        return view == bundle ? this : new TaskToKubernetes(this, view);
    }

    /** What all tasks of the translation share: names, objects to add, other inputs. */
    public BundleToKubernetes bundle() {
        return bundle;
    }

    /** The cluster the manifests are for. */
    public Target target() {
        return bundle.target();
    }

    /** What was computed once about this task definition, before the rooms. */
    public TaskFacts facts() {
        return facts;
    }

    /** The task definition. */
    public TaskDefinition definition() {
        return source.definition();
    }

    /** The tags of the task definition. */
    public List<Tag> tags() {
        return source.tags();
    }

    /** The pod template being written. */
    public PodTemplateSpec template() {
        return template;
    }

    /** The pod spec being written. */
    public PodSpec pod() {
        return template.getSpec();
    }

    /** Adds an annotation to the pod template. */
    public void annotate(String key, String value) {
        template.getMetadata().getAnnotations().put(key, value);
    }

    /**
     * The labels of the workload and its pods beyond the standard ones. Only for what a room owns; a label must be
     * valid.
     */
    public Map<String, String> labels() {
        return facts.extraLabels();
    }

    /** The annotations of the workload object (not of its pods). */
    public Map<String, String> workloadAnnotations() {
        return facts.workloadAnnotations();
    }

    /** The container definitions with the containers they become, in the order of the task definition. */
    public List<ContainerToKubernetes> containers() {
        return Views.of(containers, i -> new ContainerToKubernetes(this, i, containers.get(i)));
    }

    /** The pod's security context, made when first asked for. */
    public PodSecurityContext podSecurityContext() {
        PodSecurityContext context = pod().getSecurityContext();
        if (context == null) {
            context = new PodSecurityContext();
            pod().setSecurityContext(context);
        }
        return context;
    }

    /**
     * Adds a volume to the pod unless one of that name is there. Volumes of the task definition stand in its order,
     * whichever room adds them, before those that rooms need themselves.
     */
    public void addVolume(Volume volume) {
        List<Volume> volumes = pod().getVolumes();
        int rank = facts.volumeRank(volume.getName());
        int place = volumes.size();
        for (int i = volumes.size() - 1; i >= 0; i--) {
            String name = volumes.get(i).getName();
            if (name.equals(volume.getName())) {
                return;
            }
            if (facts.volumeRank(name) > rank) {
                place = i;
            }
        }
        volumes.add(place, volume);
    }

    /** The place at a path of keys and indices below the task definition, existing or not. */
    public Place at(Object... path) {
        return bundle.at(source.node(), path);
    }

    /** The object that holds the {@code tags} key. */
    public Place inTags() {
        return bundle.at(source.tagsNode());
    }

    /** The located object the task definition was read from. */
    public Node node() {
        return source.node();
    }
}
