package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of {@code format} (https://developer.hashicorp.com/terraform/language/functions/format#specification-syntax). */
final class FormatPattern {
    /** Flags, width, precision, index of the argument, verb. */
    private static final Pattern VERB = Pattern.compile("%([-+ 0#]*)(\\d*)(?:\\.(\\d*))?(?:\\[(\\d+)])?([a-zA-Z%])");

    private static final int MAX_WIDTH = 10_000;

    private final Arguments given;
    private final String pattern;
    private final List<Value> values;
    private final List<Value.Piece> pieces = new ArrayList<>();
    private int next = 1;

    FormatPattern(Arguments given, String pattern, List<Value> values) {
        this.given = given;
        this.pattern = pattern;
        this.values = values;
    }

    List<Value.Piece> pieces() {
        Matcher matcher = VERB.matcher(pattern);
        int from = 0;
        while (matcher.find()) {
            literal(pattern.substring(from, matcher.start()));
            verb(matcher);
            from = matcher.end();
        }
        literal(pattern.substring(from));
        return pieces;
    }

    private void literal(String text) {
        if (text.indexOf('%') >= 0) {
            throw new EvaluationException(given.location(), "the pattern of format has a % that begins no verb", null);
        }
        if (!text.isEmpty()) {
            pieces.add(new Value.Piece(given.location(), text, null));
        }
    }

    private void verb(Matcher matcher) {
        char verb = matcher.group(5).charAt(0);
        if (verb == '%') {
            pieces.add(new Value.Piece(given.location(), "%", null));
            return;
        }
        Value value = argument(matcher.group(4));
        boolean bare = matcher.group().length() == 2;
        List<Value.Piece> whole =
                (verb == 's' || verb == 'v' || verb == 'd') && bare ? Conversions.pieces(value) : null;
        if (whole != null && (verb != 'd' || Values.isUnknown(value))) {
            pieces.addAll(whole);
        } else if (Values.isUnknown(value)) {
            String reference = Functions.reference("format", List.of(value));
            pieces.add(new Value.Piece(given.location(), null, reference));
        } else {
            String text = padded(matcher, formatted(verb, matcher, Values.show(value)));
            String reference = Values.isHidden(value) ? Functions.reference("format", List.of(value)) : null;
            pieces.add(new Value.Piece(given.location(), text, reference));
        }
    }

    private Value argument(@Nullable String index) {
        int at = index == null ? next : Integer.parseInt(index);
        next = at + 1;
        if (at < 1 || at >= values.size()) {
            throw new EvaluationException(given.location(), "format has no argument " + at + " for its pattern", null);
        }
        return values.get(at);
    }

    private String formatted(char verb, Matcher matcher, Value value) {
        String precision = matcher.group(3);
        return switch (verb) {
            case 'v' -> matcher.group(1).contains("#") ? json(value) : plain(value);
            case 's' -> plain(value);
            case 'q' -> json(text(value));
            case 't' -> plain(require(Conversions.toTruth(value)));
            case 'd' -> signed(matcher, whole(value).toString());
            case 'b' -> whole(value).toString(2);
            case 'o' -> whole(value).toString(8);
            case 'x' -> hex(value);
            case 'X' -> hex(value).toUpperCase(Locale.ROOT);
            case 'f', 'F' -> signed(matcher, fixed(value, precision));
            case 'e', 'E', 'g', 'G' -> real(verb, value, precision);
            default -> throw new EvaluationException(given.location(), "format has no verb %" + verb, null);
        };
    }

    private String fixed(Value value, @Nullable String precision) {
        int digits = precision == null ? 6 : precision.isEmpty() ? 0 : limited(precision);
        return number(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private String real(char verb, Value value, @Nullable String precision) {
        BigDecimal number = number(value);
        if (verb == 'g' || verb == 'G') {
            MathContext digits = precision == null || precision.isEmpty()
                    ? MathContext.UNLIMITED
                    : new MathContext(Math.max(1, limited(precision)));
            return shortest(number.round(digits), verb == 'g' ? 'e' : 'E');
        }
        int digits = precision == null || precision.isEmpty() ? 6 : limited(precision);
        return String.format(Locale.ROOT, "%." + digits + verb, number);
    }

    /** As Go writes it: with an exponent where it is below -4, or 21 and more. */
    private static String shortest(BigDecimal number, char sign) {
        BigDecimal plain = number.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (number.signum() == 0 || exponent >= -4 && exponent < 21) {
            return Conversions.text(number);
        }
        String digits = Conversions.text(plain.movePointLeft(exponent));
        return digits + sign + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private BigInteger whole(Value value) {
        try {
            return number(value).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new EvaluationException(given.location(), "format wants a whole number for its pattern", null);
        }
    }

    private String hex(Value value) {
        if (value instanceof Value.Text text) {
            StringBuilder hex = new StringBuilder();
            for (byte b : String.valueOf(text.known()).getBytes(StandardCharsets.UTF_8)) {
                hex.append(String.format("%02x", b));
            }
            return hex.toString();
        }
        return whole(value).toString(16);
    }

    private static String signed(Matcher matcher, String digits) {
        String flags = matcher.group(1);
        String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        return digits.startsWith("-") ? digits : sign + digits;
    }

    private String padded(Matcher matcher, String text) {
        String width = matcher.group(2);
        int missing = width.isEmpty() ? 0 : limited(width) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        String flags = matcher.group(1);
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        boolean zeros = flags.contains("0") && !text.isEmpty();
        int sign = zeros && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        return text.substring(0, sign) + (zeros ? "0" : " ").repeat(missing) + text.substring(sign);
    }

    private int limited(String digits) {
        int number = digits.length() > 6 ? MAX_WIDTH + 1 : Integer.parseInt(digits);
        if (number > MAX_WIDTH) {
            throw new EvaluationException(given.location(), "format has a width above " + MAX_WIDTH, null);
        }
        return number;
    }

    private String plain(Value value) {
        List<Value.Piece> text = Conversions.pieces(value);
        String known = text == null ? null : Values.text(given.location(), text).known();
        return known == null ? json(value) : known;
    }

    private Value text(Value value) {
        return require(Conversions.toText(value));
    }

    private BigDecimal number(Value value) {
        if (Conversions.toNumber(value) instanceof Value.Number number) {
            return number.value();
        }
        throw new EvaluationException(given.location(), "format wants a number for its pattern", null);
    }

    private Value require(@Nullable Value value) {
        if (value == null) {
            throw new EvaluationException(given.location(), "format has an argument that its verb cannot write", null);
        }
        return value;
    }

    private String json(Value value) {
        return Values.shown(JsonTexts.write(given.location(), value));
    }
}
