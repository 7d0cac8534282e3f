package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.ecs.Partition;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.write.KnownPartition;
import io.github.ecs2k8s.internal.write.LogicalIds;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTexts;
import io.github.ecs2k8s.internal.write.PlainTexts.Place;
import io.github.ecs2k8s.internal.write.PlainTexts.Use;
import io.github.ecs2k8s.internal.write.ReferenceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts shell variables, or the values themselves where they are known, in place of references. */
final class Variables {
    private static final ReferenceAnswer UNKNOWN = new ReferenceAnswer(ReferenceAnswer.Kind.UNKNOWN, "");

    private final Parts parts;
    private final Partition partition;

    /** Reference → variable, in the order in which they are met. */
    private final Map<String, Variable> all = new LinkedHashMap<>();

    private final Set<String> taken = new HashSet<>();

    /** Variables of some calls; names that the user's own texts use are not given to any. */
    Variables(Parts parts, List<DraftCall> calls) {
        this.parts = parts;
        this.partition = KnownPartition.of(parts);
        for (DraftCall call : calls) {
            PlainTexts.change(call.body(), (text, place) -> {
                for (ReferenceText.Piece piece : ReferenceText.parse(text).pieces()) {
                    if (piece.isReference() && !isReference(piece.text(), place)) {
                        taken.add(piece.text());
                    }
                }
                return text;
            });
        }
    }

    List<Variable> all() {
        return new ArrayList<>(all.values());
    }

    /** A body with variables; their names are added to a list. */
    Map<String, Object> replace(Map<String, Object> body, List<String> used) {
        return PlainTexts.change(body, (text, place) -> {
            if (text.indexOf("${") < 0) {
                return text;
            }
            StringBuilder replaced = new StringBuilder();
            ReferenceText references = ReferenceText.parse(text);
            for (ReferenceText.Piece piece : references.pieces()) {
                replaced.append(
                        piece.isReference() && isReference(piece.text(), place)
                                ? value(piece.text(), place, references.isWhole(), used)
                                : piece.isReference() ? "${" + piece.text() + "}" : piece.text());
            }
            return replaced.toString();
        });
    }

    private boolean isReference(String reference, Place place) {
        return place.use() == Use.ANY
                || place.use() == Use.KNOWN
                        && (reference.startsWith("AWS::") || parts.find(Parts.base(reference)) != null);
    }

    private String value(String reference, Place place, boolean whole, List<String> used) {
        Part part = parts.find(Parts.base(reference));
        String fixed = fixed(part, reference);
        if (fixed != null) {
            return fixed;
        }
        Variable variable = all.get(reference);
        if (variable == null) {
            ReferenceAnswer answer = part == null ? UNKNOWN : ReferenceAnswer.of(part, Parts.attribute(reference));
            boolean list = part == null && whole && place.inList() && reference.endsWith("s");
            variable = new Variable(name(reference), reference, part, answer, place.key(), list);
            all.put(reference, variable);
            if (answer.kind() == ReferenceAnswer.Kind.END_OF_ARN && part != null) {
                // The ARN itself has to be known then, whether a body holds it or not.
                value(part.logicalId(), place, whole, new ArrayList<>());
            }
        }
        if (!used.contains(variable.name())) {
            used.add(variable.name());
        }
        return "${" + variable.name() + "}";
    }

    private @Nullable String fixed(@Nullable Part part, String reference) {
        if (part == null) {
            return reference.equals("AWS::Partition")
                    ? partition.id()
                    : reference.equals("AWS::URLSuffix") ? partition.dnsSuffix() : null;
        }
        ReferenceAnswer answer = ReferenceAnswer.of(part, Parts.attribute(reference));
        return answer.kind() == ReferenceAnswer.Kind.LITERAL ? answer.text() : null;
    }

    private String name(String reference) {
        String name = LogicalIds.upperSnake(reference);
        name = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "VALUE_" + name : name;
        boolean pseudo = reference.startsWith("AWS::");
        String base = Shell.isReserved(name) && !pseudo ? name + "_VALUE" : name;
        String unique = base;
        for (int i = 2; !taken.add(unique); i++) {
            unique = base + "_" + i;
        }
        return unique;
    }
}
