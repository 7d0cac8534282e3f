package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.glossary.Language;

/** A finding's code as a terminal shows it. */
final class CodeText {
    private final Language language;
    private final StringBuilder text;

    CodeText(Language language, StringBuilder text) {
        this.language = language;
        this.text = text;
    }

    void append(FindingCode code) {
        text.append(code).append(" (").append(severity(code.severity())).append(")\n");
        text.append("  ").append(code.summary(language)).append('\n');
        text.append("  ").append(fidelity(code.fidelity())).append('\n');
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> language.pick("error", "エラー");
            case WARNING -> language.pick("warning", "警告");
            case INFO -> language.pick("info", "情報");
        };
    }

    private String fidelity(Fidelity fidelity) {
        return switch (fidelity) {
            case EXACT -> language.pick("The value itself is carried exactly.", "値そのものは正確に引き継がれます。");
            case RESOLVED ->
                language.pick(
                        "The value finds, names or fills in something else, which is written.",
                        "値は他のものを探すため、名付けるため、または埋めるために使われ、その先が書き出されます。");
            case APPROXIMATE -> language.pick("The value is carried in the nearest form.", "値は最も近い形で引き継がれます。");
            case UNTRANSLATABLE -> language.pick("The value is not carried.", "値は引き継がれません。");
        };
    }
}
