package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.Facts;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.Reporter;
import io.github.ecs2k8s.context.Views;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.record.RecordTree;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What everything in one translation from Kubernetes to ECS shares: what was read, and what was made of it so far. It is a
 * view: {@link #as} gives the same to the room of a term.
 */
public final class BundleToEcs {
    private final Manifests manifests;
    private final TranslationOptions options;
    private final Reporter reporter;
    private final EcsDraft draft;
    private final Facts<BundleToEcs> facts;

    public BundleToEcs(Manifests manifests, TranslationOptions options, Findings findings) {
        this.manifests = manifests;
        this.options = options;
        this.reporter = Reporter.to(findings);
        this.draft = new EcsDraft();
        this.facts = new Facts<>(this);
    }

    private BundleToEcs(BundleToEcs whole, Reporter reporter) {
        this.manifests = whole.manifests;
        this.options = whole.options;
        this.draft = whole.draft;
        this.facts = whole.facts;
        this.reporter = reporter;
    }

    /** The same for the room of a term, which speaks for it; null for what no room says. */
    public BundleToEcs as(@Nullable Term term) {
        Reporter own = reporter.as(term);
        return own == reporter ? this : new BundleToEcs(this, own);
    }

    /** Everything that was read. */
    public Manifests manifests() {
        return manifests;
    }

    /** What rooms of one theme need to know of everything that was read: computed once, when it is first asked for. */
    public <T> T fact(Class<T> kind, Function<? super BundleToEcs, ? extends T> compute) {
        return facts.get(kind, compute);
    }

    /**
     * The object of a kind and name that something in a namespace means; null when the input does not hold it. What says
     * no namespace is applied into whichever is chosen then, so it is found from every one.
     */
    public @Nullable LocatedObject lookUp(String kind, @Nullable String name, @Nullable String namespace) {
        return name == null ? null : manifests.lookUp(kind, name, namespace);
    }

    /**
     * A name for the whole account: the object's, unless another of those that become the same has it too; then with the
     * namespace, or the kind, and a finding.
     */
    public String uniqueName(LocatedObject object, Predicate<HasMetadata> isRival) {
        String name = WorkloadIds.unique(object, manifests, isRival);
        if (!name.equals(object.object().getMetadata().getName())) {
            at(object.node(), "metadata", "name")
                    .report(
                            FindingCode.NAME_ADJUSTED,
                            "several have this name, which may stand once in an account; " + name + " is written");
        }
        return name;
    }

    /** What the caller decided. */
    public TranslationOptions options() {
        return options;
    }

    /** The workloads, each with what it becomes; complete when the bundle's rooms are asked. */
    public List<LaunchToEcs> workloads() {
        return Views.of(draft.workloads(), i -> draft.workloads().get(i).with(this));
    }

    /** What an object that runs pods becomes, null when it does not run any, or has not been reached yet. */
    public @Nullable LaunchToEcs workload(LocatedObject object) {
        LaunchToEcs workload = draft.workload(object);
        return workload == null ? null : workload.with(this);
    }

    public void add(LaunchToEcs workload) {
        draft.add(workload);
    }

    public void add(TaskDefinitionSource task) {
        draft.add(task);
    }

    /** Adds a record to the ECS side under a logical id, by which others refer to it: {@code ${Id}}, {@code ${Id.Attr}}. */
    public <T extends Record> Resource<T> add(ResourceKind kind, T value, String logicalId) {
        return draft.add(kind, value, RecordTree.of(value), logicalId);
    }

    /** Adds a model object of the SDK to the ECS side under a logical id. */
    public <T extends SdkPojo> Resource<T> add(ResourceKind kind, T value, String logicalId) {
        return draft.add(kind, value, SdkTree.of(value), logicalId);
    }

    /** Everything added so far, in the order it was added. */
    public List<Resource<?>> resources() {
        return Collections.unmodifiableList(draft.resources());
    }

    /** The resources added so far whose value is of a type. */
    public <T> List<Resource<T>> resources(Class<T> type) {
        return new Resources(draft.resources()).of(type);
    }

    /** Puts another value into a resource that was added, under the same logical id. */
    public <T extends Record> void replace(Resource<T> resource, T value) {
        draft.replace(resource, value);
    }

    /**
     * A logical id that nobody has: {@code WebTargetGroup} of {@code web} and {@code TargetGroup}.
     *
     * @param name a Kubernetes name
     * @param kind what the resource is, in the spelling of templates
     */
    public String logicalId(String name, String kind) {
        return draft.logicalId(name, kind);
    }

    /**
     * What several workloads share: made when it is first asked for, and the same from then on.
     *
     * @param thing what it is made of, {@code Secret shop/db} for example
     */
    public String shared(String thing, Supplier<String> make) {
        return draft.shared(thing, make);
    }

    /** Says that something was made of an object; what nobody uses is listed by kind. */
    public void use(LocatedObject object) {
        draft.used().add(object.object());
    }

    /** Whether something was made of one key of a ConfigMap. */
    public boolean isUsed(LocatedObject object, String key) {
        return draft.used().contains(object.object(), key);
    }

    /** Whether something was made of an object. */
    public boolean isUsed(LocatedObject object) {
        return draft.used().contains(object.object());
    }

    public void made(LocatedObject object) {
        draft.made().add(object.object());
    }

    public boolean isMade(LocatedObject object) {
        return draft.made().contains(object.object());
    }

    UsedObjects used() {
        return draft.used();
    }

    /** The workloads of a namespace whose pods have all of these labels, in the order of the input; none for no labels. */
    public List<LaunchToEcs> selectedBy(Map<String, String> selector, @Nullable String namespace) {
        List<LaunchToEcs> selected = draft.byPodLabels().with(selector, namespace);
        selected.replaceAll(workload -> workload.with(this));
        return selected;
    }

    /** The place at a path (keys and indices) below a node, existing or not. */
    public Place at(Node base, Object... path) {
        return reporter.at(base, path);
    }

    /** Whether something was already said about this value or an object around it. */
    public boolean isReported(Node node) {
        return reporter.findings().covers(node.location(), node.pointer().toString());
    }

    /** Whether something was said about an object as a whole. */
    public boolean isSaid(LocatedObject object) {
        return reporter.findings()
                .has(object.node().location(), object.node().pointer().toString());
    }

    /** The values that were only needed to find something else, beyond those that are never more. */
    public List<Node> resolved() {
        return reporter.resolved();
    }

    /** The ECS side, each part with pointers of its own: who translates it back tells one from another by them. */
    public EcsBundle bundle() {
        return draft.bundle();
    }
}
