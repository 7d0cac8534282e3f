package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.glossary.Entry;
import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the glossary as a terminal shows it. */
final class EntryText {
    private static final int WIDTH = 100;

    private final Language language;
    private final StringBuilder text;

    EntryText(Language language, StringBuilder text) {
        this.language = language;
        this.text = text;
    }

    /** Both names on one line. */
    static String title(Entry entry, Language language) {
        return entry.ecs(language) + " ⇄ " + entry.kubernetes(language);
    }

    void append(Entry entry, FieldLines fields, boolean all) {
        text.append(entry).append(": ").append(title(entry, language)).append('\n');
        for (Entry.Part part : Entry.Part.values()) {
            String paragraph = entry.part(part, language);
            if (paragraph != null) {
                paragraph(label(part) + language.pick(": ", "：") + paragraph);
            }
        }
        sample(entry.sample());
        list(language.pick("Pages", "公式ページ"), entry.pages(language), "\n    ");
        list(language.pick("See also", "関連項目"), entry.related(), ", ");
        fields(entry.terms(), fields, all);
    }

    private String label(Entry.Part part) {
        return switch (part) {
            case IN_ECS -> "ECS";
            case IN_KUBERNETES -> "Kubernetes";
            case DIFFERENCE -> language.pick("What differs", "違い");
            case TRAP -> language.pick("The trap", "落とし穴");
            case TRANSLATION -> "ecs2k8s";
            case PICTURE -> language.pick("In a restaurant", "レストランなら");
        };
    }

    private void paragraph(String words) {
        int column = 1;
        text.append(' ');
        for (String word : words.split(" ")) {
            if (column > 1 && column + word.length() >= WIDTH) {
                text.append("\n   ");
                column = 3;
            }
            text.append(' ').append(word);
            column += word.length() + 1;
        }
        text.append('\n');
    }

    private void sample(Entry.@Nullable Sample sample) {
        if (sample != null) {
            lines(sample.beforeFile(), sample.before());
            lines(sample.afterFile(), sample.after());
        }
    }

    private void lines(String file, String lines) {
        text.append("\n  ").append(file).append('\n');
        lines.lines().forEach(line -> text.append("    ").append(line).append('\n'));
    }

    private void list(String label, List<String> items, String separator) {
        if (!items.isEmpty()) {
            text.append("\n  ").append(label).append(language.pick(":", "："));
            text.append(separator.isBlank() ? separator : " ")
                    .append(String.join(separator, items))
                    .append('\n');
        }
    }

    private void fields(List<Term> terms, FieldLines fields, boolean all) {
        if (!terms.isEmpty()) {
            text.append("\n  ").append(language.pick("Fields", "フィールド"));
            text.append(all ? "" : language.pick(" (--fields shows them)", "（--fields で一覧）"))
                    .append(":\n");
        }
        for (Term term : terms) {
            text.append("    ").append(term).append(": ");
            text.append(TermText.title(term, language)).append('\n');
            if (all) {
                fields.append(text, FieldLines.of(term), "", path -> true);
            }
        }
    }
}
