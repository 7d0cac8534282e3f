package io.github.ecs2k8s.internal.rooms.schedule;

import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.expression.QuestionMark;
import com.cronutils.model.field.value.FieldValue;
import java.util.BitSet;

/**
 * One field of AWS as Kubernetes takes it. Ranges that wrap ({@code FRI-MON}), which Kubernetes refuses, become two; a
 * step from a number ({@code 5/20}) becomes one of a range ({@code 5-59/20}).
 *
 * @param text the field
 * @param values the numbers it stands for, as AWS counts them
 */
record CronField(String text, BitSet values) {

    /**
     * A field without special characters.
     *
     * @param first the lowest number of the field, as AWS counts
     * @param shift how much more AWS counts than Kubernetes
     * @throws IllegalArgumentException when the field holds what has no numbers
     */
    static CronField of(FieldExpression field, int first, int last, int shift) {
        BitSet values = new BitSet();
        String text = new Writer(first, last, shift, values).write(field);
        return new CronField(values.cardinality() == last - first + 1 ? "*" : text, values);
    }

    /** The limits of a field, and the numbers found so far. */
    private record Writer(int first, int last, int shift, BitSet values) {

        String write(FieldExpression field) {
            if (field instanceof Always || field instanceof QuestionMark) {
                return range(first, last, 1);
            } else if (field instanceof And list) {
                StringBuilder text = new StringBuilder();
                for (FieldExpression item : list.getExpressions()) {
                    text.append(text.length() == 0 ? "" : ",").append(write(item));
                }
                return text.toString();
            } else if (field instanceof Every every) {
                return every(every.getExpression(), every.getPeriod().getValue());
            } else if (field instanceof On on) {
                int number = number(on.getTime());
                return range(number, number, 1);
            }
            return every(field, 1);
        }

        private String every(FieldExpression field, int step) {
            if (step <= 0) {
                throw new IllegalArgumentException("a step of " + step + " never comes to an end");
            }
            if (field instanceof Between range) {
                int from = number(range.getFrom());
                int to = number(range.getTo());
                return from <= to ? range(from, to, step) : wrapped(from, to, step);
            } else if (field instanceof On on) {
                return range(number(on.getTime()), last, step);
            }
            return range(first, last, step);
        }

        private String wrapped(int from, int to, int step) {
            if (step == 1) {
                return range(from, last, 1) + "," + range(first, to, 1);
            }
            StringBuilder text = new StringBuilder();
            int size = last - first + 1;
            for (int i = from; i <= to + size; i += step) {
                int value = i > last ? i - size : i;
                text.append(text.length() == 0 ? "" : ",").append(range(value, value, 1));
            }
            return text.toString();
        }

        private String range(int from, int to, int step) {
            for (int i = from; i <= to; i += step) {
                values.set(i);
            }
            if (from + step > to) {
                return String.valueOf(from - shift);
            }
            String range = from == first && to == last ? "*" : (from - shift) + "-" + (to - shift);
            return step == 1 ? range : range + "/" + step;
        }

        private static int number(FieldValue<?> value) {
            if (value.getValue() instanceof Integer number) {
                return number;
            }
            throw new IllegalArgumentException("\"" + value.getValue() + "\" is no number");
        }
    }
}
