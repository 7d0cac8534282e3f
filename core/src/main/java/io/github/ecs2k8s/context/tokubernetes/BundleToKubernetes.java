package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.Facts;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.Reporter;
import io.github.ecs2k8s.context.Views;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Namespaces;
import io.github.ecs2k8s.kubernetes.NamingRule;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What everything in one translation shares: the options, what was read, the objects made so far, the names given out.
 * It is a view: {@link #as} gives the same to the room of a term, {@link #in} to whoever writes into another namespace.
 */
public final class BundleToKubernetes {
    /** The scope of the names of workloads, whatever kind they are. */
    static final String WORKLOAD = "workload";

    private final EcsBundle source;
    private final TranslationOptions options;
    private final Reporter reporter;
    private final KubernetesDraft draft;
    private final ReachedServices services;
    private final Facts<BundleToKubernetes> facts;
    private final @Nullable String namespace;

    /** A context for one translation. */
    public BundleToKubernetes(EcsBundle source, TranslationOptions options, Findings findings) {
        this(source, options, NamingRule.AS_IS, findings);
    }

    /** A context for one translation whose objects are called by a rule. */
    public BundleToKubernetes(EcsBundle source, TranslationOptions options, NamingRule naming, Findings findings) {
        this.source = source;
        this.options = options;
        this.reporter = Reporter.to(findings);
        this.draft = new KubernetesDraft(naming);
        this.namespace = options.namespace();
        this.services = new ReachedServices(this);
        this.facts = new Facts<>(this);
    }

    private BundleToKubernetes(BundleToKubernetes whole, Reporter reporter, @Nullable String namespace) {
        this.source = whole.source;
        this.options = whole.options;
        this.draft = whole.draft;
        this.services = whole.services;
        this.facts = whole.facts;
        this.reporter = reporter;
        this.namespace = namespace;
    }

    /** The same for the room of a term, which speaks for it; null for what no room says. */
    public BundleToKubernetes as(@Nullable Term term) {
        Reporter own = reporter.as(term);
        return own == reporter ? this : new BundleToKubernetes(this, own, namespace);
    }

    /** The same for who writes into a namespace, none when null: what is added or named belongs to it. */
    public BundleToKubernetes in(@Nullable String other) {
        return Objects.equals(other, namespace) ? this : new BundleToKubernetes(this, reporter, other);
    }

    /** Everything that was read. */
    public EcsBundle source() {
        return source;
    }

    /** What the caller decided. */
    public TranslationOptions options() {
        return options;
    }

    /** The cluster the manifests are for. */
    public Target target() {
        return options.target();
    }

    /** What was read beside task definitions. */
    public Resources resources() {
        return source.resources();
    }

    /** What runs the task definitions, with the workloads made so far; complete when the bundle's rooms are asked. */
    public List<LaunchToKubernetes> launches() {
        return Views.of(draft.launches(), i -> draft.launches().get(i).with(this));
    }

    public void launched(LaunchToKubernetes launch) {
        draft.launches().add(launch);
    }

    /** What rooms of one theme need to know of everything that was read: computed once, when it is first asked for. */
    public <T> T fact(Class<T> kind, Function<? super BundleToKubernetes, ? extends T> compute) {
        return facts.get(kind, compute);
    }

    /** The Services through which workloads are reached. */
    public ReachedServices services() {
        return services;
    }

    /**
     * The names given out so far for objects of one kind ({@code Secret}, {@code ServiceAccount}, ...) in the namespace
     * that is being written.
     */
    public NameScope names(String kind) {
        return draft.names(kind, namespace);
    }

    /**
     * The Secrets that rooms need in the namespace that is being written; one for each secret or parameter, shared by
     * all of its tasks.
     */
    public SecretDemands secrets() {
        return draft.secrets(namespace);
    }

    /** The same for each namespace in which rooms need Secrets. */
    public List<BundleToKubernetes> namespacesWithSecrets() {
        List<String> names = draft.namespacesWithSecrets();
        return Views.of(names, i -> in(names.get(i).isEmpty() ? null : names.get(i)));
    }

    /** Adds an object to the output, in the namespace being written; the order of application is made later. */
    public void add(HasMetadata object) {
        draft.add(object, namespace);
    }

    /** Puts an object in the place of another. */
    void replace(HasMetadata old, HasMetadata replacement) {
        draft.replace(old, replacement);
    }

    /** The namespace that is being written, null for none. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** The object of a kind and name made so far, null when there is none: for objects that several tasks share. */
    public @Nullable HasMetadata lookUp(String kind, String name) {
        return draft.lookUp(kind, name, namespace);
    }

    /** The Namespace of a name, made when it is first asked for. */
    public HasMetadata namespace(String name) {
        HasMetadata known = draft.lookUp("Namespace", name, null);
        HasMetadata object = known == null ? Namespaces.object(name) : known;
        if (known == null) {
            add(object);
        }
        return object;
    }

    /** Everything made so far, in the order of application. */
    public KubernetesBundle objects() {
        return KubernetesBundle.of(draft.objects());
    }

    /** The place at a path (keys and indices) below a node, existing or not. */
    public Place at(Node base, Object... path) {
        return reporter.at(base, path);
    }

    /** Adds a finding made elsewhere. */
    public void add(Finding finding) {
        reporter.findings().add(finding);
    }

    /** Says that something was made of a resource; what nobody uses gets a finding of its own. */
    public void use(Resource<?> resource) {
        draft.used().add(resource);
    }

    /** Whether something was made of a resource. */
    public boolean isUsed(Resource<?> resource) {
        return draft.used().contains(resource);
    }

    /**
     * What a reference means. Where nothing in the input answers to it, a finding names the command whose output would.
     *
     * @param place where the reference stands
     * @return null when it leads nowhere
     */
    public <T> @Nullable Resource<T> lookUp(Class<T> model, ResourceKind kind, String reference, Place place) {
        Resource<T> found = resources().find(model, reference, place.nearest());
        if (found == null) {
            dangling(kind, reference, "what depends on it is not written", place);
        } else {
            use(found);
        }
        return found;
    }

    /** Says that nothing in the input answers to a reference, what follows from that, and which command supplies it. */
    public void dangling(ResourceKind kind, String reference, String consequence, Place place) {
        place.report(
                FindingCode.DANGLING_REFERENCE,
                kind + " " + reference + " is not in the input; " + consequence,
                "add the output of: " + kind.supply() + (isOpen(reference) ? "ARN" : reference));
    }

    private static boolean isOpen(String reference) {
        return reference.contains("${") || reference.contains("{{") || reference.contains("<");
    }

    /** Whether something was already said about this value or an object around it. */
    public boolean isReported(Node node) {
        return reporter.findings().covers(node.location(), node.pointer().toString());
    }

    /** Whether something was already said about this very value. */
    public boolean isSaid(Node node) {
        return reporter.findings().has(node.location(), node.pointer().toString());
    }
}
