package io.github.ecs2k8s.glossary;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the glossary, for somebody who knows one of the two systems: what it is on each side, what differs, and what
 * this program does with it. {@link Term}s are narrower: each speaks for the fields of one room.
 */
public final class Entry {
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(（]([^)）]*)[)）]");
    private static final String AWS = "https://docs.aws.amazon.com/";

    private final Theme theme;
    private final String id;

    Entry(Theme theme, String id) {
        this.theme = theme;
        this.id = id;
    }

    /** A paragraph of an entry; every entry has all of those that are not optional. */
    public enum Part {
        /** What it is in ECS. */
        IN_ECS(false),
        /** What it is in Kubernetes. */
        IN_KUBERNETES(false),
        /** What somebody who knows one side expects in vain. */
        DIFFERENCE(false),
        /** What goes wrong in practice. */
        TRAP(true),
        /** What this program makes of it. */
        TRANSLATION(false),
        /** The same in a restaurant. */
        PICTURE(true);

        private final boolean optional;

        Part(boolean optional) {
            this.optional = optional;
        }

        /** Whether an entry may be without it. */
        public boolean isOptional() {
            return optional;
        }

        /** The name as the resource files have it: {@code in-ecs}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A few lines of an input and what became of them, both from one golden case.
     *
     * @param beforeFile below {@code src-test-fixtures}
     * @param before lines of that file
     * @param afterFile below {@code src-test-fixtures}
     * @param after lines of that file
     */
    public record Sample(String beforeFile, String before, String afterFile, String after) {}

    /** The chapter it stands in. */
    public Theme theme() {
        return theme;
    }

    /** What ECS users call it, the most usual name first. */
    public String ecs(Language language) {
        return text("ecs", language);
    }

    /** What Kubernetes users call it, the most usual name first. */
    public String kubernetes(Language language) {
        return text("kubernetes", language);
    }

    /** One paragraph; null only for optional ones. */
    public @Nullable String part(Part part, Language language) {
        return part.isOptional() ? theme.texts(language).find(id + "." + part) : text(part.toString(), language);
    }

    /** The headings of both sides in all languages, without what stands in brackets. */
    public List<String> headings() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Stream.of(ecs(language), kubernetes(language)))
                .map(text -> BRACKETS.matcher(text).replaceAll(""))
                .toList();
    }

    /** Every name it may be looked up by: of both sides, in all languages, long, short, and its own. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(Set.of(id));
        for (Language language : Language.values()) {
            String others = theme.texts(language).find(id + ".names");
            Stream.of(ecs(language), kubernetes(language), others == null ? "" : others)
                    .flatMap(text -> Theme.list(text).stream())
                    .flatMap(Entry::withAndWithoutBrackets)
                    .forEach(names::add);
        }
        return names;
    }

    private static Stream<String> withAndWithoutBrackets(String name) {
        Matcher brackets = BRACKETS.matcher(name);
        if (!brackets.find()) {
            return Stream.of(name);
        }
        String inside = brackets.group(1);
        return Stream.of(brackets.replaceAll(""), inside, name);
    }

    /** The terms whose fields belong to it. */
    public List<Term> terms() {
        return fact("terms").stream()
                .map(term -> Term.valueOf(term.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }

    /** The ids of entries to read next. */
    public List<String> related() {
        return fact("related");
    }

    /** The vendors' own pages; those of AWS in the reader's language. */
    public List<String> pages(Language language) {
        return fact("pages").stream()
                .map(page -> language == Language.JA ? page.replace(AWS, AWS + "ja_jp/") : page)
                .toList();
    }

    /** Lines of a golden case that show it, where a case does. */
    public @Nullable Sample sample() {
        String before = theme.facts().find(id + ".before");
        return before == null
                ? null
                : new Sample(
                        theme.facts().get(id + ".before-file"),
                        before,
                        theme.facts().get(id + ".after-file"),
                        theme.facts().get(id + ".after"));
    }

    private List<String> fact(String key) {
        String value = theme.facts().find(id + "." + key);
        return value == null
                ? List.of()
                : Arrays.stream(value.split("[,\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private String text(String key, Language language) {
        return theme.texts(language).get(id + "." + key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entry entry && entry.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The id, as on the command line: {@code task-role}. */
    @Override
    public String toString() {
        return id;
    }
}
