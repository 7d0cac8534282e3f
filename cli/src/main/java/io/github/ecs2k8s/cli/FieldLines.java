package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.Correspondences;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Fields of the rooms, a line each; more than a few are folded unless all are asked for. */
final class FieldLines {
    private static final int FOLDED = 8;

    private final Language language;
    private final boolean all;

    FieldLines(Language language, boolean all) {
        this.language = language;
        this.all = all;
    }

    /** The fields of a term on both sides. */
    static List<OwnedField> of(Term term) {
        return Correspondences.ALL.stream()
                .filter(room -> room.term() == term)
                .flatMap(room -> Stream.concat(room.ecs().stream(), room.kubernetes().stream()))
                .toList();
    }

    /** Every field there is. */
    static Stream<OwnedField> every() {
        return Correspondences.ALL.stream()
                .flatMap(room -> Stream.concat(room.ecs().stream(), room.kubernetes().stream()));
    }

    /** Those that one asks about, what is spelled like that first. */
    void append(StringBuilder text, List<OwnedField> fields, String subject, Predicate<String> asked) {
        List<OwnedField> found = new ArrayList<>(
                fields.stream().filter(field -> asked.test(field.path())).toList());
        found.sort(Comparator.comparing(field -> !field.path().equalsIgnoreCase(subject)));
        int shown = all || found.size() <= FOLDED + 1 ? found.size() : FOLDED;
        found.subList(0, shown).forEach(field -> line(text, field));
        if (shown < found.size()) {
            int rest = found.size() - shown;
            text.append(language.pick("  … and " + rest + " more: --fields\n", "  … 他 " + rest + " 件: --fields\n"));
        }
    }

    private void line(StringBuilder text, OwnedField field) {
        String destination = field.destination();
        text.append("  ").append(field.path()).append(" → ");
        text.append(destination == null ? language.pick("no counterpart", "対応なし") : destination);
        if (field.byDefault() != null) {
            text.append(language.pick(" (default: ", "（既定値: "))
                    .append(field.byDefault())
                    .append(language.pick(")", "）"));
        }
        text.append('\n');
    }
}
