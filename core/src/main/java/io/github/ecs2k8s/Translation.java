package io.github.ecs2k8s;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.report.Report;
import java.util.List;
import java.util.Map;

/**
 * The result of one translation and everything there is to say about it; the same methods in both directions.
 *
 * @param <F> the forms in which the result can be written
 */
public sealed interface Translation<F extends Enum<F>> permits KubernetesTranslation, EcsTranslation {

    /** Whether the input held nothing to translate. */
    boolean isEmpty();

    /** The whole result as one text; empty when there is nothing. The same bytes for the same input. */
    String text(F form);

    /**
     * The result as files: their names, relative and with {@code /}, and their texts, in the order of application; empty
     * when there is nothing.
     */
    Map<String, String> files(F form);

    /** Everything there is to say, sorted by place. */
    List<Finding> findings();

    /** For every populated leaf of the input, how it was carried and where it went; made anew at each call. */
    Report report();
}
