package io.github.ecs2k8s.internal.read;

import static io.github.ecs2k8s.finding.FindingCode.SPELLING_CORRECTED;
import static io.github.ecs2k8s.finding.FindingCode.UNKNOWN_VALUE;
import static io.github.ecs2k8s.finding.FindingCode.UNRENDERED_PLACEHOLDER;
import static io.github.ecs2k8s.finding.FindingCode.UNRESOLVED_REFERENCE;
import static io.github.ecs2k8s.finding.FindingCode.WRONG_TYPE;

import io.github.ecs2k8s.ecs.DynamicReference;
import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.ScalarNode.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * Turns scalars into the values an SDK model holds, as the service and its tools mean them: numbers and truth values in
 * quotes count as such, and a bare number or truth value where text belongs counts as its text.
 */
final class SdkScalars {
    /** Longer literals are no number anyone means; parsing them would take time that grows with the square. */
    private static final int LONGEST_NUMBER = 64;

    private static final Pattern VARIABLE = Pattern.compile("/[eE]nvironment/\\d+/[vV]alue$");

    private final ReaderFindings findings;
    private boolean placeholderReported;

    SdkScalars(ReaderFindings findings) {
        this.findings = findings;
    }

    /** The value for a member of a type, null with a finding when the scalar cannot mean one. */
    @Nullable Object value(ScalarNode node, MarshallingType<?> type, List<String> legalValues) {
        if (type == MarshallingType.STRING) {
            return legalValues.isEmpty() ? text(node) : enumValue(node, legalValues);
        }
        if (type == MarshallingType.BOOLEAN) {
            return truth(node);
        }
        if (type == MarshallingType.INSTANT) {
            Instant instant = Timestamps.parse(node.text().strip());
            return instant == null ? wrong(node, "a point in time", "write it as 2025-01-31T09:30:00Z") : instant;
        }
        return number(node, type);
    }

    /** Text with <code>{{ name }}</code> in it would run, and fail, as it stands; once said is enough for a document. */
    private String text(ScalarNode node) {
        if (DynamicReference.isIn(node.text())) {
            sayDynamic(node);
            return node.text();
        }
        int open = node.text().indexOf("{{");
        if (open >= 0 && node.text().indexOf("}}", open) > 0 && !placeholderReported) {
            placeholderReported = true;
            findings.at(
                    node,
                    UNRENDERED_PLACEHOLDER,
                    "template placeholders, here and perhaps below, are carried over as they stand",
                    "render the template first, for example: ecspresso render taskdef");
        }
        return node.text();
    }

    /** What CloudFormation would put in; of variables a Secret does it. */
    private void sayDynamic(ScalarNode node) {
        if (!VARIABLE.matcher(node.pointer().toString()).find()) {
            findings.at(
                    node,
                    UNRESOLVED_REFERENCE,
                    "CloudFormation puts a value in when it deploys; the text is written as it stands",
                    "write the value itself: aws ssm get-parameter, aws secretsmanager get-secret-value");
        }
    }

    private @Nullable Object truth(ScalarNode node) {
        String text = node.text().strip().toLowerCase(Locale.ROOT);
        boolean mayMean = node.kind() == Kind.BOOLEAN || node.kind() == Kind.STRING;
        if (mayMean && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        return wrong(node, "true or false", null);
    }

    private @Nullable Object number(ScalarNode node, MarshallingType<?> type) {
        boolean whole = type == MarshallingType.INTEGER || type == MarshallingType.LONG;
        String expected = whole ? "a whole number" : "a number";
        if (node.kind() == Kind.BOOLEAN) {
            return wrong(node, expected, null);
        }
        BigDecimal number = decimal(node.text().strip());
        if (number == null) {
            return wrong(node, expected, null);
        }
        if (type == MarshallingType.DOUBLE) {
            return Double.isInfinite(number.doubleValue())
                    ? wrong(node, expected, "it is out of range")
                    : (Object) number.doubleValue();
        }
        if (type == MarshallingType.FLOAT) {
            return Float.isInfinite(number.floatValue())
                    ? wrong(node, expected, "it is out of range")
                    : (Object) number.floatValue();
        }
        if (!whole) {
            throw new IllegalStateException("no reader for members of type " + type.getTargetClass());
        }
        try {
            // Two returns: a conditional expression would widen both to Long.
            if (type == MarshallingType.INTEGER) {
                return number.intValueExact();
            }
            return number.longValueExact();
        } catch (ArithmeticException e) {
            boolean fraction = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
            return wrong(node, expected, fraction ? null : "it is out of range");
        }
    }

    /** The number a literal stands for, with the hexadecimal and octal forms of YAML; null when it is none. */
    private static @Nullable BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            if (text.startsWith("0x") || text.startsWith("0o")) {
                return BigDecimal.valueOf(Long.parseLong(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
            }
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String enumValue(ScalarNode node, List<String> legalValues) {
        String text = node.text();
        if (legalValues.contains(text)) {
            return text;
        }
        for (String legal : legalValues) {
            if (legal.equalsIgnoreCase(text.strip())) {
                findings.at(node, SPELLING_CORRECTED, "\"" + text + "\" is read as " + legal, null);
                return legal;
            }
        }
        String question = question(text, legalValues);
        String hint = "the service knows " + String.join(", ", legalValues);
        findings.at(
                node, UNKNOWN_VALUE, "unknown value \"" + text + "\"", question == null ? hint : question + " " + hint);
        return text;
    }

    /** Whether one of the known words was meant, as a question; null when none is near enough. */
    static @Nullable String question(String word, Iterable<String> known) {
        String nearest = Spelling.nearest(word, known);
        return nearest == null ? null : "did you mean \"" + nearest + "\"?";
    }

    private @Nullable Object wrong(ScalarNode node, String expected, @Nullable String hint) {
        if (RecordSpelling.isPlaceholder(node)) {
            findings.at(
                    node,
                    WRONG_TYPE,
                    expected + " belongs here, and " + node.text() + " is not known",
                    "give what is not known: --parameter NAME=… of a template, --var NAME=… of a Terraform configuration");
            return null;
        }
        findings.at(node, WRONG_TYPE, "found " + node.describe() + " where " + expected + " belongs", hint);
        return null;
    }
}
