package io.github.ecs2k8s.glossary;

import io.github.ecs2k8s.internal.text.TextFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The chapters of the glossary. Each keeps its entries in three resource files: {@code entry/running.properties} lists them
 * with what no language changes, {@code entry/running.en.properties} and {@code entry/running.ja.properties} have the texts.
 */
public enum Theme {
    /** Clusters, machines, tasks, services. */
    RUNNING,
    /** How things are reached, found and shut off. */
    NETWORK,
    /** The four types of a Kubernetes Service. */
    SERVICE_TYPES,
    /** Parameters, secrets, variables, disks. */
    CONFIGURATION,
    /** Who may do what. */
    ACCESS,
    /** How many there are, of tasks and of machines. */
    SCALING,
    /** Logs, metrics, traces. */
    OBSERVATION,
    /** How a new version gets there. */
    DELIVERY,
    /** What only one side has. */
    ONE_SIDED,
    /** What the two systems say about how things are. */
    STATES,
    /** What people take for the same and is not. */
    MIXED_UP,
    /** In which order to learn. */
    LEARNING;

    /** The chapter's heading. */
    public String title(Language language) {
        return texts(language).get("title");
    }

    /** Its entries, in the order of the file. */
    public List<Entry> entries() {
        return list(facts().get("entries")).stream()
                .map(id -> new Entry(this, id))
                .toList();
    }

    /** What no language changes. */
    TextFile facts() {
        return TextFile.of(Theme.class, "entry/" + this + ".properties");
    }

    TextFile texts(Language language) {
        return TextFile.of(Theme.class, "entry/" + this + "." + language + ".properties");
    }

    /** The parts of a text between commas, without blanks. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("[,、]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The name in lower case, as the files are called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
