package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses one input text, JSON or YAML by its content, into the located tree of each of its documents. */
public final class Documents {

    private Documents() {}

    /**
     * Every document of a text: one for plain JSON, several for JSON values in a row and for YAML streams, whose empty
     * documents are left out. The pointers of every document start at {@link Pointer#ROOT}.
     *
     * @param findings receives a finding for every key that stands twice in one object
     * @return at least one document
     * @throws BrokenInputException when the text is neither JSON nor YAML, holds no document, or exceeds {@link Bounds}
     */
    public static List<Node> parse(SourceFile file, Findings findings) {
        int first = checkedStart(file);
        char c = file.text().charAt(first);
        boolean comment = file.text().startsWith("//", first) || file.text().startsWith("/*", first);
        List<Node> documents =
                c == '{' || c == '[' || comment ? jsonOrFlow(file, first, findings) : yaml(file, findings);
        if (documents.isEmpty()) {
            throw new BrokenInputException(place(file, first), "the input holds no document, only comments", null);
        }
        return documents;
    }

    /**
     * A text that begins with a bracket is JSON, unless it can only be meant as a YAML flow collection: the file says
     * it is YAML, or, in a file that doesn't say it is JSON, the first key has no quotes. So broken JSON never turns
     * into something else just because YAML happens to allow it.
     */
    private static List<Node> jsonOrFlow(SourceFile file, int first, Findings findings) {
        Findings said = new Findings();
        try {
            List<Node> documents = JsonDocuments.parse(file, said);
            said.sorted().forEach(findings::add);
            return documents;
        } catch (BrokenInputException notJson) {
            boolean bareKey = beginsWithLetter(file.text(), first + 1);
            if (hasExtension(file, ".yaml", ".yml") || (bareKey && !hasExtension(file, ".json", ".json"))) {
                return flow(file, bareKey ? null : notJson, findings);
            }
            throw notJson;
        }
    }

    private static List<Node> flow(SourceFile file, @Nullable BrokenInputException notJson, Findings findings) {
        try {
            return YamlDocuments.parse(file, findings);
        } catch (BrokenInputException notYaml) {
            throw notJson == null ? notYaml : notJson;
        }
    }

    private static List<Node> yaml(SourceFile file, Findings findings) {
        try {
            return YamlDocuments.parse(file, findings);
        } catch (BrokenInputException notYaml) {
            if (hasExtension(file, ".json", ".json")) {
                // Whoever calls a file JSON wants to hear what is wrong with it as JSON.
                return JsonDocuments.parse(file, findings);
            }
            throw notYaml;
        }
    }

    /** The offset of the first character that is not blank, after ruling out what is no text to parse at all. */
    private static int checkedStart(SourceFile file) {
        String text = file.text();
        if (text.length() > Bounds.MAX_TEXT) {
            throw broken(file, 0, "the input is longer than " + Bounds.MAX_TEXT + " characters", null);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0 || text.startsWith("\uFFFD\uFFFD")) {
            throw broken(
                    file,
                    Math.max(nul, 0),
                    "the input is not UTF-8 text",
                    "if it is UTF-16, as PowerShell's > writes, save it as UTF-8");
        }
        int first = text.startsWith("\uFEFF") ? 1 : 0;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        if (first == text.length()) {
            throw broken(file, 0, "the input is empty", null);
        }
        if (text.charAt(first) == '<') {
            throw broken(
                    file,
                    first,
                    "the input begins with \"<\" and looks like HTML or XML, not JSON or YAML",
                    "is this a login or error page that was saved instead of the file?");
        }
        return first;
    }

    private static boolean beginsWithLetter(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i < text.length() && Character.isLetter(text.charAt(i));
    }

    private static boolean hasExtension(SourceFile file, String one, String other) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(one) || name.endsWith(other);
    }

    private static BrokenInputException broken(SourceFile file, int offset, String message, @Nullable String hint) {
        return new BrokenInputException(place(file, offset), message, hint);
    }

    private static SourceLocation place(SourceFile file, int offset) {
        return new TextPlaces(file).at(offset);
    }
}
