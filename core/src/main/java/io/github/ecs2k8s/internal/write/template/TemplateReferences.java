package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.ecs.DynamicReference;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTexts;
import io.github.ecs2k8s.internal.write.PlainTexts.Place;
import io.github.ecs2k8s.internal.write.PlainTexts.Use;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.internal.write.ReferenceText;
import io.github.ecs2k8s.internal.write.ReferenceText.Piece;
import io.github.ecs2k8s.source.YamlTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * References as a template writes them: {@code !Ref}, {@code !GetAtt}, and {@code !Sub} where text stands around them.
 * What no part of the template is, becomes a parameter.
 */
final class TemplateReferences {
    private final Parts parts;
    private final TemplateParameters parameters;

    TemplateReferences(Parts parts, TemplateParameters parameters) {
        this.parts = parts;
        this.parameters = parameters;
    }

    /** A tree with functions in place of texts. */
    Map<String, Object> write(Map<String, Object> tree) {
        return PlainTrees.map(collapsed(PlainTexts.change(tree, this::write)));
    }

    private Object write(String given, Place place) {
        String text = DynamicReference.broken(given);
        if (text.indexOf("${") < 0) {
            return text;
        }
        ReferenceText references = ReferenceText.parse(text);
        boolean any = false;
        boolean looksLikeOne = false;
        for (Piece piece : references.pieces()) {
            any |= isReference(piece, place);
            looksLikeOne |= piece.isReference() && isKnown(piece.text());
        }
        if (!any) {
            // What only looks like a reference is escaped, or a linter takes it for a forgotten one.
            return looksLikeOne ? sub(references, place) : text;
        }
        return references.isWhole() ? whole(references.pieces().get(0).text(), place) : sub(references, place);
    }

    private boolean isReference(Piece piece, Place place) {
        return piece.isReference() && (place.use() == Use.ANY || place.use() == Use.KNOWN && isKnown(piece.text()));
    }

    private boolean isKnown(String reference) {
        return reference.startsWith("AWS::") || parts.find(Parts.base(reference)) != null;
    }

    private YamlTag whole(String reference, Place place) {
        String name = name(reference, place, true);
        return new YamlTag(name.contains(".") ? "GetAtt" : "Ref", name);
    }

    private YamlTag sub(ReferenceText references, Place place) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : references.pieces()) {
            if (isReference(piece, place)) {
                text.append("${").append(name(piece.text(), place, false)).append('}');
            } else if (piece.isReference()) {
                text.append("${!").append(piece.text()).append('}');
            } else {
                text.append(piece.text().replace("${", "${!"));
            }
        }
        return new YamlTag("Sub", text.toString());
    }

    private String name(String reference, Place place, boolean whole) {
        if (reference.startsWith("AWS::")) {
            return reference;
        }
        Part part = parts.find(Parts.base(reference));
        if (part == null) {
            return parameters.name(reference, place, whole);
        }
        String attribute = attribute(part, Parts.attribute(reference));
        return attribute == null ? part.logicalId() : part.logicalId() + "." + attribute;
    }

    /** The attribute that GetAtt knows; null where Ref itself gives the value. */
    private static @Nullable String attribute(Part part, String attribute) {
        if (attribute.isEmpty()) {
            return null;
        }
        boolean arn = attribute.equals("Arn");
        return switch (part.kind()) {
            case TASK_DEFINITION, TARGET_GROUP, LOAD_BALANCER, LISTENER, LISTENER_RULE, SERVICE, SECRET ->
                arn || attribute.equals("Id") ? null : attribute;
            case CLOUD_MAP_NAMESPACE, CLOUD_MAP_SERVICE -> attribute.equals("Id") ? null : attribute;
            default -> attribute;
        };
    }

    /** A list whose only element stands for all of them is that element. */
    private Object collapsed(Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, Object> tree = new LinkedHashMap<>();
            PlainTrees.map(value).forEach((key, member) -> tree.put(key, collapsed(member)));
            return tree;
        } else if (value instanceof List<?> list) {
            if (list.size() == 1
                    && list.get(0) instanceof YamlTag tag
                    && tag.name().equals("Ref")
                    && parameters.isList(tag.text())) {
                return tag;
            }
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(collapsed(item)));
            return items;
        }
        return value;
    }
}
