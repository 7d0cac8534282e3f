package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.glossary.Entry;
import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Names;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.glossary.Theme;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts about codes, entries, terms and fields, made from the library's lists. */
final class Explanations {
    /** A longer list of what somebody may have meant helps nobody. */
    private static final int LISTED = 12;

    private final Language language;
    private final boolean all;
    private final FieldLines fields;
    private final StringBuilder text = new StringBuilder();

    Explanations(Language language, boolean all) {
        this.language = language;
        this.all = all;
        fields = new FieldLines(language, all);
    }

    /** Every entry by theme, every term and every code, a line each. */
    String contents() {
        for (Theme theme : Theme.values()) {
            heading(theme.title(language));
            theme.entries().forEach(entry -> line(entry.toString(), EntryText.title(entry, language)));
        }
        heading(language.pick("Terms", "用語"));
        for (Term term : Term.values()) {
            line(term.toString(), TermText.title(term, language));
        }
        heading(language.pick("Findings", "指摘"));
        for (FindingCode code : FindingCode.values()) {
            line(code.toString(), code.summary(language));
        }
        return text.toString();
    }

    /** Everything that is called so; a list where that is ambiguous. */
    String of(String subject) throws Failure {
        String key = Names.key(subject);
        if (!key.isEmpty()) {
            topics(key);
            fields(subject);
            if (text.isEmpty() && key.length() > 1) {
                list(topics().filter(topic -> topic.mentions(key)).limit(LISTED).toList());
            }
        }
        if (text.isEmpty()) {
            String nearest = Spelling.nearest(subject, names());
            throw Failure.usage(
                    "explain",
                    "no finding, term or field is called '" + subject + "'",
                    nearest == null ? "ecs2k8s explain lists findings and terms" : "did you mean " + nearest + "?");
        }
        return text.toString();
    }

    private void topics(String key) {
        List<Topic> called = topics().filter(topic -> topic.isCalled(key))
                .sorted(Comparator.comparing(topic -> !topic.mainKeys().isEmpty() && !topic.isMainly(key)))
                .toList();
        List<Topic> explained =
                called.stream().filter(topic -> topic.hasId(key)).toList();
        if (explained.isEmpty()) {
            list(withoutParts(called));
            return;
        }
        List<Topic> entries =
                called.stream().filter(topic -> isEntry(topic.id())).toList();
        boolean entryToo = entries.size() == 1;
        List<Topic> others = new ArrayList<>(withoutParts(called));
        for (Topic topic : called) {
            if (explained.contains(topic) || entryToo && entries.contains(topic)) {
                topic.explanation().run();
                others.remove(topic);
            }
        }
        if (!others.isEmpty()) {
            text.append(language.pick("  Also called so:\n", "  同じ名前の項目：\n"));
            others.forEach(topic -> line("  " + topic.id(), topic.title()));
        }
    }

    /** A term whose entry is found too needs no line of its own: the entry names it. */
    private static List<Topic> withoutParts(List<Topic> topics) {
        Set<String> found = topics.stream().map(Topic::id).collect(Collectors.toSet());
        Set<String> parts = entries()
                .filter(entry -> found.contains(entry.toString()))
                .flatMap(entry -> entry.terms().stream())
                .map(Term::toString)
                .filter(id -> !isEntry(id))
                .collect(Collectors.toSet());
        return topics.stream().filter(topic -> !parts.contains(topic.id())).toList();
    }

    private static Stream<Entry> entries() {
        return Arrays.stream(Theme.values()).flatMap(theme -> theme.entries().stream());
    }

    private static boolean isEntry(String id) {
        return entries().anyMatch(entry -> entry.toString().equals(id));
    }

    /** One is explained, several are listed. */
    private void list(List<Topic> topics) {
        if (topics.stream().map(Topic::id).distinct().count() == 1) {
            topics.forEach(topic -> topic.explanation().run());
        } else {
            topics.forEach(topic -> line(topic.id(), topic.title()));
        }
    }

    /** Fields of that name; beside a topic only those that are called exactly so. */
    private void fields(String subject) {
        FieldPattern pattern = FieldPattern.of(subject);
        if (!text.isEmpty()) {
            terms(subject, pattern::isLastStepOf);
            return;
        }
        terms(subject, pattern::matches);
        for (FieldPattern other : pattern.inOtherWords()) {
            if (text.isEmpty()) {
                terms(subject, other::matches);
            }
        }
    }

    private void terms(String subject, Predicate<String> asked) {
        TermText printer = new TermText(language, text);
        for (Term term : Term.values()) {
            if (FieldLines.of(term).stream().map(OwnedField::path).anyMatch(asked)) {
                printer.append(term, fields, subject, asked);
            }
        }
    }

    /** Codes first, because they are short; then entries, then terms. */
    private Stream<Topic> topics() {
        Stream<Topic> codes = Arrays.stream(FindingCode.values())
                .map(code -> Topic.of(
                        code.toString(),
                        code.summary(language),
                        List.of(),
                        List.of(code.toString()),
                        () -> new CodeText(language, text).append(code)));
        Stream<Topic> entries = entries()
                .map(entry -> Topic.of(
                        entry.toString(),
                        EntryText.title(entry, language),
                        entry.headings(),
                        entry.names(),
                        () -> new EntryText(language, text).append(entry, fields, all)));
        return Stream.concat(
                Stream.concat(codes, entries), Arrays.stream(Term.values()).map(this::topic));
    }

    private Topic topic(Term term) {
        Set<String> names = new LinkedHashSet<>(Set.of(term.toString()));
        for (Language each : Language.values()) {
            names.add(term.ecs(each));
            names.add(term.kubernetes(each));
        }
        return Topic.of(
                term.toString(),
                TermText.title(term, language),
                List.of(),
                names,
                () -> new TermText(language, text).append(term, fields, "", path -> true));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        topics().forEach(topic -> names.add(topic.id()));
        entries().forEach(entry -> names.addAll(entry.names()));
        FieldLines.every().forEach(field -> names.add(field.path()));
        return names;
    }

    private void heading(String heading) {
        text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n');
    }

    private void line(String name, String explanation) {
        text.append("  ").append(name).append(": ").append(explanation).append('\n');
    }
}
