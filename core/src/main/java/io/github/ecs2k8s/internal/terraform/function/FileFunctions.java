package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.syntax.HclParser;
import io.github.ecs2k8s.internal.terraform.value.Budget;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files beside the configuration, and templates
 * (https://developer.hashicorp.com/terraform/language/functions/templatefile). Whoever hands over the configuration
 * decides which files there are.
 */
public final class FileFunctions {
    /** Fills a template in. */
    public interface Templates {
        /** The value of a template where only its variables have names. */
        Value fill(Expression template, Value.Mapping variables);
    }

    private final SourceFolder folder;
    private final Templates templates;

    /** Files of a folder, from which their paths count. */
    public FileFunctions(SourceFolder folder, Templates templates) {
        this.folder = folder;
        this.templates = templates;
    }

    /** Those that are a template's, with variables that may be unknown. */
    @Nullable Value template(String name, Arguments given) {
        if (!name.equals("templatefile") && !name.equals("templatestring")) {
            return null;
        }
        if (Values.isUnknown(given.value(0))) {
            return given.unknown();
        }
        Expression template = name.equals("templatefile")
                ? HclParser.template(file(given), null)
                : HclParser.template(new SourceFile("", given.text(0)), given.location());
        Value.Mapping variables = given.size() > 1 ? given.map(1) : Value.Mapping.empty(given.location());
        return templates.fill(template, variables);
    }

    @Nullable Value call(String name, Arguments given) {
        return switch (name) {
            case "file" -> text(file(given));
            case "fileexists" -> new Value.Truth(given.location(), folder.read(path(given.text(0))) != null);
            case "fileset" -> fileSet(given);
            case "filebase64" ->
                Value.Text.of(
                        given.location(),
                        Base64.getEncoder().encodeToString(file(given).text().getBytes(StandardCharsets.UTF_8)));
            case "basename" -> Value.Text.of(given.location(), baseName(given.text(0)));
            case "dirname" -> Value.Text.of(given.location(), directory(given.text(0)));
            default -> null;
        };
    }

    private SourceFile file(Arguments given) {
        String path = path(given.text(0));
        SourceFile file = folder.read(path);
        if (file == null) {
            throw new EvaluationException(
                    given.location(),
                    given.name() + " finds no text file " + path + " in the configuration's directory",
                    "give the directory that holds it");
        }
        return file;
    }

    /** The text of a file, whose places are those in the file. */
    private static Value text(SourceFile file) {
        return Value.Text.of(new SourceLocation(file.name(), 1, 1), file.text());
    }

    private Value fileSet(Arguments given) {
        Glob glob = new Glob(given.text(1));
        List<Value> found = new ArrayList<>();
        for (String file : below(path(given.text(0)), "", new ArrayList<>())) {
            if (glob.matches(file)) {
                found.add(Value.Text.of(given.location(), file));
            }
        }
        Value set = Conversions.toSet(Values.list(given.location(), found));
        return set == null ? given.unknown() : set;
    }

    /** The files below a directory, relative to it. */
    private List<String> below(String directory, String prefix, List<String> found) {
        for (String name : folder.list(path(directory, prefix))) {
            if (!name.endsWith("/")) {
                found.add(prefix + name);
            } else if (found.size() < Budget.MAX_ITEMS && !name.startsWith(".")) {
                below(directory, prefix + name, found);
            }
        }
        return found;
    }

    /** A path that counts from a directory; an empty one is where all paths begin. */
    public static String path(String directory, String text) {
        return path(directory.isEmpty() || text.startsWith("/") ? text : directory + "/" + text);
    }

    /** A path without {@code .} and with {@code ..} as far as they can be resolved. */
    public static String path(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("/", -1)) {
            boolean up = part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..");
            if (up) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (text.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    private static String baseName(String path) {
        String plain = path(path);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String directory(String path) {
        String plain = path(path);
        int slash = plain.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : plain.substring(0, slash);
    }
}
