package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.Correspondences;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts about codes, terms and fields, made from the library's lists. */
final class Explanations {
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    Explanations(Language language) {
        this.language = language;
    }

    /** Every term and every code, a line each. */
    String contents() {
        heading("Terms", "用語");
        for (Term term : Term.values()) {
            line(term.toString(), names(term));
        }
        heading("Findings", "指摘");
        for (FindingCode code : FindingCode.values()) {
            line(code.toString(), summary(code));
        }
        return text.toString();
    }

    /** Everything that is called so: a code and a term may share a name. */
    String of(String subject) throws Failure {
        for (FindingCode code : FindingCode.values()) {
            if (code.toString().equalsIgnoreCase(subject)) {
                explain(code);
            }
        }
        for (Term term : Term.values()) {
            if (term.toString().equalsIgnoreCase(subject)) {
                explain(term);
            }
        }
        if (text.length() == 0 && !subject.isBlank()) {
            FieldPattern pattern = FieldPattern.of(subject);
            explainFields(pattern);
            for (FieldPattern other : pattern.inOtherWords()) {
                if (text.length() == 0) {
                    explainFields(other);
                }
            }
        }
        if (text.length() == 0) {
            String nearest = Spelling.nearest(subject, names());
            throw Failure.usage(
                    "explain",
                    "no finding, term or field is called '" + subject + "'",
                    nearest == null ? "ecs2k8s explain lists findings and terms" : "did you mean " + nearest + "?");
        }
        return text.toString();
    }

    private void explain(FindingCode code) {
        text.append(code).append(" (").append(severity(code.severity())).append(")\n");
        text.append("  ").append(summary(code)).append('\n');
        text.append("  ").append(fidelity(code.fidelity())).append('\n');
    }

    private void explain(Term term) {
        text.append(term).append(": ").append(names(term)).append('\n');
        text.append("  ").append(term.explanation(language)).append('\n');
        for (Correspondence room : Correspondences.ALL) {
            if (room.term() == term) {
                fields(room.ecs(), FieldPattern.EVERY);
                fields(room.kubernetes(), FieldPattern.EVERY);
            }
        }
    }

    private void explainFields(FieldPattern pattern) {
        for (Correspondence room : Correspondences.ALL) {
            int before = text.length();
            fields(room.ecs(), pattern);
            fields(room.kubernetes(), pattern);
            if (text.length() > before) {
                Term term = room.term();
                text.append("    ")
                        .append(term)
                        .append(": ")
                        .append(names(term))
                        .append('\n');
                text.append("    ").append(term.explanation(language)).append('\n');
            }
        }
    }

    private void fields(List<OwnedField> fields, FieldPattern pattern) {
        for (OwnedField field : fields) {
            if (pattern.matches(field.path())) {
                text.append("  ").append(field.path()).append(" → ").append(destination(field.destination()));
                if (field.byDefault() != null) {
                    text.append(language.pick(" (default: ", "（既定値: "))
                            .append(field.byDefault())
                            .append(language.pick(")", "）"));
                }
                text.append('\n');
            }
        }
    }

    private String destination(@Nullable String destination) {
        return destination == null ? language.pick("no counterpart", "対応なし") : destination;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (FindingCode code : FindingCode.values()) {
            names.add(code.toString());
        }
        for (Term term : Term.values()) {
            names.add(term.toString());
        }
        for (Correspondence room : Correspondences.ALL) {
            for (OwnedField field : room.ecs()) {
                names.add(field.path());
            }
            for (OwnedField field : room.kubernetes()) {
                names.add(field.path());
            }
        }
        return names;
    }

    private void heading(String english, String japanese) {
        text.append(text.length() == 0 ? "" : "\n")
                .append(language.pick(english, japanese))
                .append('\n');
    }

    private void line(String name, String explanation) {
        text.append("  ").append(name).append(": ").append(explanation).append('\n');
    }

    private String names(Term term) {
        return term.ecs(language) + " ⇄ " + term.kubernetes(language);
    }

    private String summary(FindingCode code) {
        return code.summary(language);
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
