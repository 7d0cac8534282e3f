package io.github.ecs2k8s.internal.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two forms in which AWS prints a point in time: seconds since 1970, with or without a fraction (version 1 of
 * the command line), and {@code 2025-01-31T09:30:00.5+09:00} (version 2). By hand, because a formatter costs more at
 * start-up than all the rest of reading.
 */
final class Timestamps {
    private static final int LONGEST_NUMBER = 32;

    private Timestamps() {}

    /** The point in time, null when the text is in neither form. */
    static @Nullable Instant parse(String text) {
        try {
            return text.indexOf('T') == 10 ? fromIso(text) : fromSeconds(text);
        } catch (NumberFormatException | DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static @Nullable Instant fromSeconds(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        BigDecimal seconds = new BigDecimal(text);
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        int nanos = seconds.subtract(whole).movePointRight(9).intValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }

    private static Instant fromIso(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int seconds = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
        int at = 19;
        int nanos = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int scale = 100_000_000;
            for (at++; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
                nanos += scale * Character.digit(text.charAt(at), 10);
                scale /= 10;
            }
        }
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + seconds - offset(text, at), nanos);
    }

    private static int offset(String text, int at) {
        if (text.substring(at).equals("Z")) {
            return 0;
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        int minutes = text.length() == at + 6 ? number(text, at + 4, at + 6) : number(text, at + 3, at + 5);
        return sign * (number(text, at + 1, at + 3) * 3600 + minutes * 60);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
