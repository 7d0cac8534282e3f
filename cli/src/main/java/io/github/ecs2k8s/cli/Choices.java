package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that takes one of a few words, as the enum spells them; a wrong word is answered with the right ones. */
final class Choices<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] choices;

    Choices(Class<E> type) {
        choices = type.getEnumConstants();
    }

    /** How an enum of this package spells a constant on the command line. */
    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String value) {
        List<String> words = new ArrayList<>();
        for (E choice : choices) {
            if (choice.toString().equalsIgnoreCase(value)) {
                return choice;
            }
            words.add(choice.toString());
        }
        String nearest = Spelling.nearest(value, words);
        throw new TypeConversionException("'" + value + "' is none of " + String.join(", ", words)
                + (nearest == null ? "" : "; did you mean " + nearest + "?"));
    }
}
