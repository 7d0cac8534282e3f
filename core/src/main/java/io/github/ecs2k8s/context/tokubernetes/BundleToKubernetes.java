package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.ecs2k8s.context.Facts;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.Reporter;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What everything in one translation shares: the options, what was read, the objects made so far, the names given out. */
public final class BundleToKubernetes {
    /** The scope of the names of workloads, whatever kind they are. */
    static final String WORKLOAD = "workload";

    private final EcsBundle source;
    private final TranslationOptions options;
    private final NamingRule naming;
    private final Reporter reporter;
    private final List<HasMetadata> objects = new ArrayList<>();
    private final Map<HasMetadata, Integer> places = new IdentityHashMap<>();
    private final Map<String, HasMetadata> byIdentity = new HashMap<>();
    private final Map<String, NameScope> names = new LinkedHashMap<>();
    private final Map<String, SecretDemands> secrets = new LinkedHashMap<>();
    private final List<LaunchToKubernetes> launches = new ArrayList<>();
    private final ReachedServices services = new ReachedServices(this);
    private final Facts<BundleToKubernetes> facts = new Facts<>(this);
    private final Set<Resource<?>> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable String namespace;
    private @Nullable Term speaker;

    /** A context for one translation. */
    public BundleToKubernetes(EcsBundle source, TranslationOptions options, Findings findings) {
        this(source, options, NamingRule.AS_IS, findings);
    }

    /** A context for one translation whose objects are called by a rule. */
    public BundleToKubernetes(EcsBundle source, TranslationOptions options, NamingRule naming, Findings findings) {
        this.naming = naming;
        this.source = source;
        this.options = options;
        this.reporter = Reporter.to(findings);
        this.namespace = options.namespace();
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
        return Collections.unmodifiableList(launches);
    }

    public void launched(LaunchToKubernetes launch) {
        launches.add(launch);
    }

    /**
     * What rooms of one theme need to know of everything that was read: computed when it is first asked for, and the same
     * from then on. Who asks it for each workload takes time that grows with the workloads, not with their square.
     */
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
        return names.computeIfAbsent(
                scope(kind, namespace),
                unused ->
                        naming == NamingRule.AS_IS ? new NameScope() : new NameScope(name -> naming.name(kind, name)));
    }

    private static String scope(String kind, @Nullable String namespace) {
        return Namespaces.isClusterWide(kind) || namespace == null ? kind : namespace + "/" + kind;
    }

    /**
     * The Secrets that rooms need in the namespace that is being written; one for each secret or parameter, shared by
     * all of its tasks.
     */
    public SecretDemands secrets() {
        return secrets.computeIfAbsent(
                namespace == null ? "" : namespace, unused -> new SecretDemands(names("Secret"), names("ConfigMap")));
    }

    /** Lets a room write the Secrets of one namespace after the other. */
    public void eachNamespaceWithSecrets(Runnable write) {
        String before = namespace;
        for (String name : List.copyOf(secrets.keySet())) {
            namespace = name.isEmpty() ? null : name;
            write.run();
        }
        namespace = before;
    }

    /** Adds an object to the output, in the namespace being written; the order of application is made later. */
    public void add(HasMetadata object) {
        if (namespace != null && !Namespaces.isClusterWide(object.getKind())) {
            object.getMetadata().setNamespace(namespace);
        }
        places.put(object, objects.size());
        objects.add(object);
        byIdentity.putIfAbsent(identity(object), object);
    }

    private static String identity(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        return identity(object.getKind(), metadata.getName(), metadata.getNamespace());
    }

    private static String identity(String kind, @Nullable String name, @Nullable String namespace) {
        return scope(kind, namespace) + '\n' + name;
    }

    /** Puts an object in the place of another. */
    void replace(HasMetadata old, HasMetadata replacement) {
        replacement.getMetadata().setNamespace(old.getMetadata().getNamespace());
        int place = Objects.requireNonNull(places.remove(old));
        places.put(replacement, place);
        objects.set(place, replacement);
        byIdentity.remove(identity(old), old);
        byIdentity.putIfAbsent(identity(replacement), replacement);
    }

    /** The namespace that is being written, null for none. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** Writes what an action adds into a namespace (none when null), and what it names into that namespace's scope. */
    public void inNamespace(@Nullable String name, Runnable action) {
        String before = namespace;
        namespace = name;
        action.run();
        namespace = before;
    }

    /** Writes what an action adds into the namespace of a launch. */
    public void inNamespaceOf(LaunchToKubernetes launch, Runnable action) {
        inNamespace(launch.namespace(), action);
    }

    /** The object of a kind and name made so far, null when there is none: for objects that several tasks share. */
    public @Nullable HasMetadata lookUp(String kind, String name) {
        return byIdentity.get(identity(kind, name, namespace));
    }

    /** Everything made so far, in the order of application. */
    public KubernetesBundle objects() {
        return KubernetesBundle.of(objects);
    }

    /** The place at a path (keys and indices) below a node, existing or not. */
    public Place at(Node base, Object... path) {
        return reporter.as(speaker).at(base, path);
    }

    /** Adds a finding made elsewhere. */
    public void add(Finding finding) {
        reporter.findings().add(finding);
    }

    /** Says that something was made of a resource; what nobody uses gets a finding of its own. */
    public void use(Resource<?> resource) {
        used.add(resource);
    }

    /** Whether something was made of a resource. */
    public boolean isUsed(Resource<?> resource) {
        return used.contains(resource);
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

    /** Whose room speaks from here on; the translator sets it before it calls a room. */
    public void speaker(@Nullable Term term) {
        speaker = term;
    }
}
