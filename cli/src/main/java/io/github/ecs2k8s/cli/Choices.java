package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that takes one of a few words, as the enum spells them; a wrong word is answered with the right ones. */
final class Choices<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] choices;

    private Choices(Class<E> type) {
        choices = type.getEnumConstants();
    }

    /** An option that takes one word; the description gets the words and the default at its end. */
    static <E extends Enum<E>> OptionSpec option(String name, String label, E byDefault, String description) {
        Class<E> type = byDefault.getDeclaringClass();
        return builder(name, label, type)
                .type(type)
                .defaultValue(byDefault.toString())
                .description(description + ": ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                .build();
    }

    /** An option that takes one word, or is not given. */
    static <E extends Enum<E>> OptionSpec optional(String name, String label, Class<E> type, String description) {
        return builder(name, label, type)
                .type(type)
                .description(description + ": ${COMPLETION-CANDIDATES}.")
                .build();
    }

    /** An option that may be given several times, a word each. */
    static <E extends Enum<E>> OptionSpec options(String name, String label, Class<E> type, String description) {
        return builder(name, label, type)
                .type(List.class)
                .auxiliaryTypes(type)
                .description(description + ": ${COMPLETION-CANDIDATES}.")
                .build();
    }

    private static <E extends Enum<E>> OptionSpec.Builder builder(String name, String label, Class<E> type) {
        Choices<E> choices = new Choices<>(type);
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .converters(choices)
                .completionCandidates(choices.words());
    }

    /** How an enum of this package spells a constant on the command line. */
    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String value) {
        for (E choice : choices) {
            if (choice.toString().equalsIgnoreCase(value)) {
                return choice;
            }
        }
        String nearest = Spelling.nearest(value, words());
        throw new TypeConversionException("'" + value + "' is none of " + String.join(", ", words())
                + (nearest == null ? "" : "; did you mean " + nearest + "?"));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(choices.length);
        for (E choice : choices) {
            words.add(choice.toString());
        }
        return words;
    }
}
