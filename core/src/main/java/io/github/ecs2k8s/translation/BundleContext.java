package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all task definitions of one translation share: the options, the objects made so far, the names given out. */
public final class BundleContext {
    /** The scope of the names of workloads, whatever kind they are. */
    static final String WORKLOAD = "workload";

    private final EcsBundle source;
    private final TranslationOptions options;
    private final Findings findings;
    private final List<HasMetadata> objects = new ArrayList<>();
    private final Map<String, NameScope> names = new LinkedHashMap<>();
    private final SecretDemands secrets = new SecretDemands(names("Secret"), names("ConfigMap"));
    private @Nullable Term speaker;

    /** A context for one translation. */
    public BundleContext(EcsBundle source, TranslationOptions options, Findings findings) {
        this.source = source;
        this.options = options;
        this.findings = findings;
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

    /** The names given out so far for objects of one kind ({@code Secret}, {@code ServiceAccount}, ...). */
    public NameScope names(String kind) {
        return names.computeIfAbsent(
                kind,
                unused -> kind.equals(WORKLOAD) ? new NameScope(options.kind().longestName()) : new NameScope());
    }

    /** The Secrets that rooms need; one for each secret or parameter over the whole translation. */
    public SecretDemands secrets() {
        return secrets;
    }

    /** Adds an object to the output; the order of application is made later. */
    public void add(HasMetadata object) {
        objects.add(object);
    }

    /** The object of a kind and name made so far, null when there is none: for objects that several tasks share. */
    public @Nullable HasMetadata find(String kind, String name) {
        for (HasMetadata object : objects) {
            if (kind.equals(object.getKind())
                    && name.equals(object.getMetadata().getName())) {
                return object;
            }
        }
        return null;
    }

    /** Everything made so far, in the order of application. */
    public KubernetesBundle objects() {
        return KubernetesBundle.of(objects);
    }

    /** Says something about the value at a path (keys and indices) below a node, existing or not. */
    public void find(FindingCode code, String message, @Nullable String hint, Node base, Object... path) {
        findings.add(Places.finding(code, message, hint, speaker, base, path));
    }

    /** Adds a finding made elsewhere. */
    public void find(Finding finding) {
        findings.add(finding);
    }

    /** Whether something was already said about this value or an object around it. */
    public boolean isReported(Node node) {
        return findings.covers(node.location().file(), node.pointer().toString());
    }

    /** Whose room speaks from here on; the translator sets it before it calls a room. */
    public void speaker(@Nullable Term term) {
        speaker = term;
    }
}
