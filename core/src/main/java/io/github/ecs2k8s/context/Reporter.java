package io.github.ecs2k8s.context;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one translation says, and for which term: a value, so that one room cannot speak in another's name. */
public final class Reporter {
    private final Findings findings;
    private final List<Node> resolved;
    private final @Nullable Term term;

    private Reporter(Findings findings, List<Node> resolved, @Nullable Term term) {
        this.findings = findings;
        this.resolved = resolved;
        this.term = term;
    }

    /** A reporter that speaks for no term yet. */
    public static Reporter to(Findings findings) {
        return new Reporter(findings, new ArrayList<>(), null);
    }

    /** The same for the room of a term; null for what no room says. */
    public Reporter as(@Nullable Term speaker) {
        return speaker == term ? this : new Reporter(findings, resolved, speaker);
    }

    /** The place at a path of keys (String) and indices (Integer) below a node, existing or not. */
    public Place at(Node base, Object... path) {
        return Place.below(this, base).at(path);
    }

    /** Where the findings go, for what knows their places itself. */
    public Findings findings() {
        return findings;
    }

    /** The values that were only needed to find something else, beyond those that are never more. */
    public List<Node> resolved() {
        return List.copyOf(resolved);
    }

    void report(FindingCode code, Pointer pointer, SourceLocation location, String message, @Nullable String hint) {
        findings.add(new Finding(code, pointer.toString(), location, message, hint, term));
    }

    void resolve(Node value) {
        resolved.add(value);
    }
}
