package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Says what is wrong with a YAML text and what to do about it, in place of the parser's own vocabulary of tokens and
 * productions. No text of the input is quoted: what stands at the place may be a password.
 */
final class YamlErrors {
    private final SourceFile file;

    YamlErrors(SourceFile file) {
        this.file = file;
    }

    /**
     * The broken input behind an exception of the YAML engine.
     *
     * @param last the place of what was read last, for exceptions that name none
     */
    BrokenInputException translate(RuntimeException e, SourceLocation last) {
        if (e instanceof MarkedYamlEngineException marked) {
            return translate(marked, last);
        }
        if (e instanceof YamlVersionException) {
            return new BrokenInputException(last, "the %YAML line names a version that is not 1.1 or 1.2", "remove it");
        }
        if (e instanceof ReaderException reader) {
            String hex = Integer.toHexString(reader.getCodePoint()).toUpperCase(Locale.ROOT);
            SourceLocation place = new TextPlaces(file).atCodePoint(reader.getPosition());
            return new BrokenInputException(place, "YAML does not allow the character U+" + hex, "remove it");
        }
        return new BrokenInputException(last, "the text from here on is not valid YAML", null);
    }

    private BrokenInputException translate(MarkedYamlEngineException e, SourceLocation last) {
        SourceLocation place = place(e.getProblemMark(), last);
        SourceLocation begun = place(e.getContextMark(), place);
        String problem = e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        SourceLocation placeholder = placeholder(place);
        if (placeholder != null) {
            return JsonErrors.placeholder(placeholder);
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return new BrokenInputException(begun, "the quoted text that begins here is never closed", null);
        }
        if (context.contains("a simple key")) {
            return new BrokenInputException(
                    begun, "a key without \":\"", "text that continues the value above it is indented deeper");
        }
        if (context.contains("flow mapping") || context.contains("flow sequence")) {
            String end = context.contains("mapping") ? "}" : "]";
            return new BrokenInputException(
                    place,
                    "\",\" or \"" + end + "\" was expected for what was opened at " + lineAndColumn(begun),
                    "is the closing bracket missing?");
        }
        if (problem.startsWith("expected <block end>")) {
            return badBlock(place, begun, problem);
        }
        return new BrokenInputException(place, message(problem), hint(problem));
    }

    private static BrokenInputException badBlock(SourceLocation place, SourceLocation begun, String problem) {
        if (problem.endsWith("'<scalar>'")) {
            return new BrokenInputException(
                    place, "text after the end of a value", "put the whole value into one pair of quotes");
        }
        if (problem.endsWith("','") || problem.endsWith("'}'") || problem.endsWith("']'")) {
            return new BrokenInputException(
                    place, "a comma or closing bracket, but no bracket is open", "is the opening bracket missing?");
        }
        return new BrokenInputException(
                place,
                "the indentation fits nothing above it",
                "what begins at " + lineAndColumn(begun) + " goes on with the same indentation and form");
    }

    private static String message(String problem) {
        if (problem.contains("(TAB)")) {
            return "a tab where YAML allows only spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "a value cannot begin with "
                    + problem.substring("found character ".length(), problem.indexOf(" that"));
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "\": \" where no key can stand";
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return "\"- \" where no list can begin";
        }
        if (problem.endsWith("found ':'")) {
            return "a key is missing before \":\"";
        }
        if (problem.contains("found '<stream end>'")) {
            return "the text ends where a value was expected";
        }
        if (problem.startsWith("expected '<document start>'")) {
            return "text after the end of the document";
        }
        if (problem.startsWith("found unknown escape")) {
            return "this backslash begins no YAML escape";
        }
        if (problem.contains("tag handle") || problem.startsWith("expected URI")) {
            return "\"!\" begins a tag here, and not one that YAML knows";
        }
        return "not valid YAML: " + withoutInput(problem);
    }

    /** What the parser expected; what it quotes of the input stands behind. */
    private static String withoutInput(String problem) {
        String text = problem.replace('\n', ' ');
        for (String quoting : List.of(", but found", ": ", "character found", "escape character")) {
            int end = text.indexOf(quoting);
            text = end < 0 ? text : text.substring(0, end);
        }
        return text;
    }

    private static @Nullable String hint(String problem) {
        if (problem.contains("(TAB)")) {
            return "indent with spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "put the value into quotes";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "keys of one object are indented alike; a value that contains \": \" needs quotes";
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return "begin the list on a line of its own";
        }
        if (problem.startsWith("expected '<document start>'")) {
            return "separate documents by a line ---";
        }
        if (problem.contains("tag handle") || problem.startsWith("expected URI")) {
            return "text that begins with ! needs quotes";
        }
        return problem.startsWith("found unknown escape") ? "use single quotes, or write \\\\" : null;
    }

    /** A mapping or sequence stands where a key has to; {@code {{ name }}} looks like that to a YAML parser. */
    static BrokenInputException keyIsNoText(SourceLocation place, boolean inFlow) {
        return inFlow
                ? JsonErrors.placeholder(place)
                : new BrokenInputException(place, "a key must be text, found an object or a list", null);
    }

    static BrokenInputException emptyKey(SourceLocation place) {
        return new BrokenInputException(place, "a key is missing before \":\"", null);
    }

    static BrokenInputException unknownAlias(SourceLocation place) {
        return new BrokenInputException(
                place, "an alias (\"*\") of no finished anchor above it", "text that begins with * needs quotes");
    }

    static BrokenInputException unmetTag(SourceLocation place, String meant) {
        return new BrokenInputException(place, "the tag says " + meant + ", and the text is none", "remove the tag");
    }

    static BrokenInputException mergeOfNoMapping(Node found) {
        return new BrokenInputException(
                found.location(),
                "\"<<\" merges objects, found " + (found instanceof ScalarNode ? "text" : "a list"),
                null);
    }

    /** Where a template placeholder begins before the problem on its line, null when none does. */
    private @Nullable SourceLocation placeholder(SourceLocation problem) {
        String line = file.text().lines().skip(problem.line() - 1L).findFirst().orElse("");
        String before = line.substring(0, Math.min(line.length(), problem.column() + 1));
        int begin = before.contains("{{") ? before.indexOf("{{") : before.indexOf("{%");
        return begin < 0 ? null : new SourceLocation(file.name(), problem.line(), begin + 1);
    }

    private SourceLocation place(Optional<Mark> mark, SourceLocation otherwise) {
        return mark.isEmpty()
                ? otherwise
                : new TextPlaces(file).atCodePoint(mark.get().getIndex());
    }

    private static String lineAndColumn(SourceLocation place) {
        return "line " + place.line() + ", column " + place.column();
    }
}
