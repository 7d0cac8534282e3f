package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import io.github.ecs2k8s.source.BrokenInputException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodings (https://developer.hashicorp.com/terraform/language/functions/jsonencode and what stands beside it). */
final class EncodingFunctions {
    private EncodingFunctions() {}

    /** Those that keep what is unknown in what they make. */
    static @Nullable Value callPassingOn(String name, Arguments given) {
        return switch (name) {
            case "jsonencode" -> JsonTexts.write(given.location(), given.value(0));
            case "jsondecode" -> jsonDecoded(given);
            case "yamlencode" -> YamlTexts.write(given.location(), given.value(0));
            default -> null;
        };
    }

    static @Nullable Value call(String name, Arguments given) {
        if (name.equals("yamldecode")) {
            return decoded(given, EncodedDocument::yaml);
        }
        if (name.equals("csvdecode")) {
            return csv(given);
        }
        String text = text(name, given);
        return text == null ? null : Value.Text.of(given.location(), text);
    }

    private static @Nullable String text(String name, Arguments given) {
        return switch (name) {
            case "base64encode" -> encode(given.text(0), StandardCharsets.UTF_8);
            case "base64decode" -> decode(given, StandardCharsets.UTF_8);
            case "textencodebase64" -> encode(given.text(0), charset(given));
            case "textdecodebase64" -> decode(given, charset(given));
            case "urlencode" ->
                URLEncoder.encode(given.text(0), StandardCharsets.UTF_8)
                        .replace("*", "%2A")
                        .replace("%7E", "~");
            case "urldecode" -> urlDecoded(given);
            default -> null;
        };
    }

    private static String urlDecoded(Arguments given) {
        try {
            return URLDecoder.decode(given.text(0), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw given.wrong(0, "a text as urlencode makes it");
        }
    }

    private static String encode(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    private static String decode(Arguments given, Charset charset) {
        try {
            return new String(Base64.getDecoder().decode(given.text(0)), charset);
        } catch (IllegalArgumentException e) {
            throw given.wrong(0, "Base64");
        }
    }

    private static Charset charset(Arguments given) {
        try {
            return Charset.forName(given.text(1));
        } catch (IllegalArgumentException e) {
            throw given.wrong(1, "the name of an encoding");
        }
    }

    private static Value jsonDecoded(Arguments given) {
        if (given.value(0) instanceof Value.Unknown) {
            return given.unknown();
        }
        if (given.value(0) instanceof Value.Hidden hidden) {
            Arguments shown = new Arguments(given.location(), given.name(), List.of(hidden.value()));
            return Values.hide(jsonDecoded(shown), "jsondecode(" + hidden.reference() + ")");
        }
        return decoded(given, EncodedDocument::json);
    }

    private interface Decoder {
        Value decode(Value.Text text);
    }

    private static Value decoded(Arguments given, Decoder decoder) {
        if (!(Conversions.toText(given.value(0)) instanceof Value.Text text)) {
            throw given.wrong(0, "a text");
        }
        try {
            return decoder.decode(text);
        } catch (BrokenInputException e) {
            // try() has to catch it.
            throw new EvaluationException(e.location(), given.name() + ": " + e.getMessage(), e.hint());
        }
    }

    /** Rows by the names in the first line (RFC 4180). */
    private static Value csv(Arguments given) {
        List<List<String>> rows = rows(given.text(0));
        List<Value> objects = new ArrayList<>();
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            Value.Mapping object = Value.Mapping.empty(given.location());
            for (int i = 0; i < Math.min(row.size(), rows.get(0).size()); i++) {
                Value cell = Value.Text.of(given.location(), row.get(i));
                object.entries().put(rows.get(0).get(i), new Value.Entry(given.location(), cell));
            }
            objects.add(object);
        }
        return Values.list(given.location(), objects);
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(i++));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (cell.length() > 0 || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
