package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.source.Pointer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be said of a configuration, each thing once. */
final class Notices {
    private static final String PLACEHOLDER = "; written as a placeholder";

    private final Findings findings;
    private final Set<String> said = new HashSet<>();

    Notices(Findings findings) {
        this.findings = findings;
    }

    /** A variable of the root module without a value. */
    void variable(String name, SourceLocation place) {
        unresolved(
                "var." + name,
                place,
                "variable " + name + " has no value" + PLACEHOLDER,
                "give it with --var '" + name + "=…' or in a file with --var-file");
    }

    /** A variable whose value must not be shown. */
    void sensitive(String reference, SourceLocation place) {
        unresolved(
                "sensitive " + reference,
                place,
                reference + " is sensitive; a placeholder is written, and never its value",
                null);
    }

    /** Something that nothing in the input declares. */
    void undeclared(String reference, SourceLocation place) {
        unresolved(
                "undeclared " + reference,
                place,
                reference + " is not declared in the input" + PLACEHOLDER,
                "give the directory with all files of the configuration");
    }

    /** Something that is missing from a value because it is not known. */
    void leftOut(String reference, SourceLocation place) {
        unresolved("left out " + reference, place, reference + " is not known; what it would add is not there", null);
    }

    /** How many instances there are is not known. */
    void instances(String address, String argument, String reference, SourceLocation place) {
        once(
                address,
                FindingCode.INSTANCES_ASSUMED,
                place,
                argument + " of " + address + " depends on " + reference + ", which is not known; taken to be one",
                null);
    }

    /** A module whose files are not there. */
    void module(String name, String source, SourceLocation place) {
        once(
                "module " + name,
                FindingCode.MODULE_MISSING,
                place,
                "the files of module " + name + " (" + source
                        + ") are not in the input; what it creates is not translated",
                source.startsWith(".")
                        ? "give the directory that holds " + source
                        : "run terraform get in the configuration's directory, which puts them into .terraform/modules");
    }

    /** A value on the command line for a variable that is not declared. */
    void unused(String name, SourceLocation place) {
        once(
                "unused " + name,
                FindingCode.VARIABLE_UNDECLARED,
                place,
                "the configuration declares no variable " + name + ", for which a value is given",
                "correct the name");
    }

    /** An expression that has no value; the pointer is that of the argument it was to be the value of. */
    void failed(EvaluationException e, Pointer pointer) {
        if (said.add("failed " + e.location() + e.getMessage())) {
            findings.add(new Finding(
                    FindingCode.EXPRESSION_FAILED,
                    pointer.toString(),
                    e.location(),
                    e.getMessage() + PLACEHOLDER,
                    e.hint(),
                    null));
        }
    }

    private void unresolved(String key, SourceLocation place, String message, @Nullable String hint) {
        once(key, FindingCode.UNRESOLVED_REFERENCE, place, message, hint);
    }

    private void once(String key, FindingCode code, SourceLocation place, String message, @Nullable String hint) {
        if (said.add(key)) {
            String pointer = Pointer.ROOT.child(key).toString();
            findings.add(new Finding(code, pointer, place, message, hint, null));
        }
    }
}
