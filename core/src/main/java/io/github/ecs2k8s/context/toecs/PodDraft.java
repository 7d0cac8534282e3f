package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pod template that rooms complete before it is translated. What was read stays as it is: the first change makes a copy.
 * Of what is added the place is kept that it comes from, and findings about it stand there.
 */
public final class PodDraft {
    private final BundleToEcs all;
    private final LocatedObject workload;
    private final Node node;
    private final @Nullable LaunchType launchType;
    private final Additions additions;

    public PodDraft(BundleToEcs all, LocatedObject workload, Node node, @Nullable LaunchType launchType) {
        this.all = all;
        this.workload = workload;
        this.node = node;
        this.launchType = launchType;
        this.additions = new Additions(PodTemplates.of(workload.object()));
    }

    private PodDraft(PodDraft whole, BundleToEcs all) {
        this.all = all;
        this.workload = whole.workload;
        this.node = whole.node;
        this.launchType = whole.launchType;
        this.additions = whole.additions;
    }

    /** The same as somebody sees it who has this view of the whole: the room of a term. */
    public PodDraft with(BundleToEcs view) {
        return view == all ? this : new PodDraft(this, view);
    }

    /** What rooms change and add; of what is added, what it is there for. */
    private static final class Additions {
        private final Map<String, Place> volumes = new HashMap<>();
        private final Map<String, Integer> partsOfVolumes = new HashMap<>();
        private final Map<String, String> directories = new HashMap<>();
        private final List<Place> containers = new ArrayList<>();
        private final List<Place> lastContainers = new ArrayList<>();
        private final Map<String, String> appProtocols = new HashMap<>();
        private final Set<String> udp = new HashSet<>();
        private final Set<String> filled = new HashSet<>();
        private PodTemplateSpec template;
        private boolean copied;

        Additions(PodTemplateSpec template) {
            this.template = template;
        }
    }

    /** What all workloads of the translation share. */
    public BundleToEcs all() {
        return all;
    }

    /** The object that runs the pods. */
    public HasMetadata workload() {
        return workload.object();
    }

    /** What the task is launched on; null: as the pod says it. */
    public @Nullable LaunchType launchType() {
        return launchType;
    }

    /** The pod as it is so far; to be read only. */
    public PodSpec pod() {
        return additions.template.getSpec();
    }

    /** The pod template as it is so far; to be read only. */
    public PodTemplateSpec template() {
        return additions.template;
    }

    /** The pod, to be changed. */
    public PodSpec edit() {
        if (!additions.copied) {
            additions.template = new PodTemplateSpecBuilder(additions.template).build();
            additions.copied = true;
        }
        return additions.template.getSpec();
    }

    /**
     * Adds a volume at the end.
     *
     * @param place what it comes from
     */
    public void addVolume(Volume volume, Place place) {
        edit().getVolumes().add(volume);
        additions.volumes.put(volume.getName(), place);
    }

    /** Adds a volume at the end that holds a part of another one, which has this position. */
    public void addPartOfVolume(Volume volume, int whole) {
        edit().getVolumes().add(volume);
        additions.partsOfVolumes.put(volume.getName(), whole);
    }

    /** Says that a volume is only a directory of the claim it names. */
    public void narrow(String volume, String directory) {
        additions.directories.put(volume, directory);
    }

    /** The directory of its claim that a volume is; null when it is the whole. */
    @Nullable String directory(String volume) {
        return additions.directories.get(volume);
    }

    /**
     * Adds an init container that runs before all others.
     *
     * @param place what it is there for
     */
    public void addInitContainer(Container container, Place place) {
        edit().getInitContainers().add(additions.containers.size(), container);
        additions.containers.add(place);
    }

    /**
     * Adds an ordinary container that starts when all others have ended.
     *
     * @param place what it is there for
     */
    public void addLastContainer(Container container, Place place) {
        edit().getContainers().add(container);
        additions.lastContainers.add(place);
    }

    /** A name like the wanted one that no container of the pod has. */
    public String freeName(String wanted) {
        Set<String> taken = new HashSet<>();
        pod().getInitContainers().forEach(container -> taken.add(container.getName()));
        pod().getContainers().forEach(container -> taken.add(container.getName()));
        String name = wanted;
        while (taken.contains(name)) {
            name += "-added";
        }
        return name;
    }

    /** Says what a container's port speaks, which only a Service that leads to it tells. */
    public void appProtocol(String container, int port, String protocol) {
        additions.appProtocols.put(container + "/" + port, protocol);
    }

    /** What a container's port speaks; null when nobody said it. */
    @Nullable String appProtocol(String container, int port) {
        return additions.appProtocols.get(container + "/" + port);
    }

    /** Says that a load balancer passes on to a container's port what comes by UDP. */
    public void forwardsUdp(String container, int port) {
        additions.udp.add(container + "/" + port);
    }

    boolean isForwardedByUdp(String container, int port) {
        return additions.udp.contains(container + "/" + port);
    }

    /** Says that a volume holds files that an init container writes. */
    public void filled(String volume) {
        additions.filled.add(volume);
    }

    boolean isFilled(@Nullable String volume) {
        return volume != null && additions.filled.contains(volume);
    }

    /** The pod as it is so far, as rooms see it later. */
    public TaskToEcs context() {
        return new TaskToEcs(this, all.manifests().bundle());
    }

    /** Says that something was made of one key of a ConfigMap. */
    public void use(HasMetadata object, String key) {
        all.used().add(object, key);
    }

    /** The object of a kind and name that the pod means: of its namespace; null when the input does not hold it. */
    public @Nullable LocatedObject lookUp(String kind, @Nullable String name) {
        return all.lookUp(kind, name, workload.object().getMetadata().getNamespace());
    }

    /** The place at a path of keys and indices below the pod template, existing or not. */
    public Place at(Object... path) {
        return all.at(node, path);
    }

    /** The workload object. */
    public Place inWorkload() {
        return all.at(workload.node());
    }

    /** How many init containers were added. */
    int addedContainers() {
        return additions.containers.size();
    }

    /** How many ordinary containers were added. */
    int addedLastContainers() {
        return additions.lastContainers.size();
    }

    /** What a place below the pod template is there for, where a room added what stands at it; otherwise the place. */
    Place origin(Place place) {
        if (!"spec".equals(place.step(0)) || !(place.step(2) instanceof Integer index)) {
            return place;
        }
        if ("initContainers".equals(place.step(1)) && index < 0) {
            return origin(additions.containers.get(additions.containers.size() + index));
        }
        if ("containers".equals(place.step(1)) && index < 0) {
            return additions.lastContainers.get(-index - 1);
        }
        return "volumes".equals(place.step(1))
                ? originOfVolume(place, pod().getVolumes().get(index).getName())
                : place;
    }

    private Place originOfVolume(Place place, String volume) {
        Integer whole = additions.partsOfVolumes.get(volume);
        return whole == null ? additions.volumes.getOrDefault(volume, place) : place.withStep(2, whole);
    }

    LocatedObject located() {
        return workload;
    }

    Node node() {
        return node;
    }
}
