package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.syntax.TemplatePart;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;

/** Templates → texts, in which each piece keeps the place that it was written at. */
final class TemplateText {
    private final Evaluator evaluator;

    TemplateText(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A template that is nothing but one expression has that expression's value, be it no text. */
    Value value(Expression.Template template, Names names) {
        if (template.parts().size() == 1 && template.parts().get(0) instanceof TemplatePart.Interpolation single) {
            return evaluator.evaluate(single.expression(), names);
        }
        List<Value.Piece> pieces = new ArrayList<>();
        add(template.parts(), names, pieces);
        if (pieces.isEmpty()) {
            return Value.Text.of(template.location(), "");
        }
        return Values.text(template.location(), pieces);
    }

    private void add(List<TemplatePart> parts, Names names, List<Value.Piece> pieces) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text text) {
                pieces.add(new Value.Piece(text.location(), text.text(), null));
            } else if (part instanceof TemplatePart.Interpolation filled) {
                pieces.addAll(filled(filled, names));
            } else if (part instanceof TemplatePart.If branch) {
                branch(branch, names, pieces);
            } else if (part instanceof TemplatePart.For loop) {
                loop(loop, names, pieces);
            }
        }
    }

    private List<Value.Piece> filled(TemplatePart.Interpolation part, Names names) {
        Value value = evaluator.evaluate(part.expression(), names);
        List<Value.Piece> pieces = Conversions.pieces(value);
        if (pieces == null) {
            throw new EvaluationException(
                    part.location(),
                    "a text cannot take in " + References.type(value),
                    "jsonencode makes a text of it");
        }
        return pieces;
    }

    private void branch(TemplatePart.If branch, Names names, List<Value.Piece> pieces) {
        Value condition = evaluator.evaluate(branch.condition(), names);
        Boolean holds = Evaluator.holds(condition, branch.location());
        if (holds == null) {
            pieces.add(unknown(branch.location(), "if " + Values.describe(condition)));
        } else {
            add(holds ? branch.then() : branch.otherwise(), names, pieces);
        }
    }

    private void loop(TemplatePart.For loop, Names names, List<Value.Piece> pieces) {
        Value collection = evaluator.evaluate(loop.collection(), names);
        List<Loops.Round> rounds = Loops.rounds(collection, loop.location());
        if (rounds == null) {
            pieces.add(unknown(loop.location(), "for " + Values.describe(collection)));
            return;
        }
        for (Loops.Round round : rounds) {
            add(loop.body(), names.with(loop.keyName(), round.key(), loop.valueName(), round.value()), pieces);
            Values.text(loop.location(), pieces);
        }
    }

    private static Value.Piece unknown(SourceLocation place, String reference) {
        return new Value.Piece(place, null, reference);
    }
}
