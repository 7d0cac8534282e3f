package io.github.ecs2k8s.internal.terraform.value;

import io.github.ecs2k8s.finding.SourceLocation;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of the language (https://developer.hashicorp.com/terraform/language/expressions/types) with the place where it
 * was written, which it keeps on its way through variables, locals and modules.
 */
public sealed interface Value {

    /** Where the value was written; of what is computed, where that is done. */
    SourceLocation location();

    /** {@code null}. */
    record Null(SourceLocation location) implements Value {}

    /** {@code true} or {@code false}. */
    record Truth(SourceLocation location, boolean value) implements Value {}

    /** A number. */
    record Number(SourceLocation location, BigDecimal value) implements Value {}

    /**
     * A text, parts of which may be unknown or hidden.
     *
     * @param document what the text is as JSON, where {@code jsonencode} made it; null otherwise
     */
    record Text(
            SourceLocation location,
            List<Piece> pieces,
            @Nullable Value document) implements Value {

        /** A text that is wholly known. */
        public static Text of(SourceLocation location, String text) {
            return new Text(location, List.of(new Piece(location, text, null)), null);
        }

        /** The text, hidden parts included; null when a part is unknown. */
        public @Nullable String known() {
            StringBuilder text = new StringBuilder();
            for (Piece piece : pieces) {
                if (piece.text() == null) {
                    return null;
                }
                text.append(piece.text());
            }
            return text.toString();
        }

        /** Whether a part must not be shown. */
        public boolean isHidden() {
            return pieces.stream().anyMatch(piece -> piece.text() != null && piece.reference() != null);
        }
    }

    /**
     * A part of a text.
     *
     * @param text its words, null when they are unknown
     * @param reference what to write in place of words that are unknown or must not be shown, null when they may be
     */
    record Piece(
            SourceLocation location,
            @Nullable String text,
            @Nullable String reference) {

        /** What may be written. */
        public String shown() {
            return reference != null ? "${" + reference + "}" : String.valueOf(text);
        }
    }

    /** A list, tuple or set. */
    record Listing(SourceLocation location, List<Value> items, boolean isSet) implements Value {}

    /** A map or object; its keys are in their natural order, as Terraform has them. */
    record Mapping(SourceLocation location, SortedMap<String, Entry> entries) implements Value {

        /** Makes an empty one to be filled. */
        public static Mapping empty(SourceLocation location) {
            return new Mapping(location, new TreeMap<>());
        }

        /** The value under a key, null when there is none. */
        public @Nullable Value get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /** A value under a key, with the key's place. */
    record Entry(SourceLocation keyLocation, Value value) {}

    /**
     * A value that is not known here.
     *
     * @param reference what it is in Terraform's words: {@code module.lb.aws_lb.main[0].arn}
     * @param isSet whether it certainly is neither null nor empty, as what is known after apply is
     */
    record Unknown(SourceLocation location, String reference, boolean isSet) implements Value {}

    /** A value that must not be shown, with what is written in its place; it is no list, object or other hidden value. */
    record Hidden(SourceLocation location, String reference, Value value) implements Value {}

    /** Something whose members are computed when somebody asks: a resource, a module, all modules. */
    non-sealed interface Lazy extends Value {

        /** How it is referred to: {@code module.web.aws_lb.main}. */
        String address();

        /** A member; unknown where only AWS knows it. */
        Value member(String name, SourceLocation place);

        /** All members that are known. */
        Mapping all();
    }
}
