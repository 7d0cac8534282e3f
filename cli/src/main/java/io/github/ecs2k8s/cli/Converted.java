package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.report.Report;
import java.util.List;

/**
 * The result of one conversion.
 *
 * @param title what was converted, as the summary calls it
 * @param findings what there is to say
 * @param report how each value of the input was carried
 * @param text the output in the format asked for; empty when there was nothing to translate
 * @param summary the numbers
 */
record Converted(String title, List<Finding> findings, Report report, String text, Summary summary) {

    /** Whether the inputs held nothing to translate. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** How to say so. */
    Failure nothing() {
        return Failure.input(
                title,
                "nothing to translate",
                "give a task definition or a service, for example from aws ecs describe-task-definition");
    }
}
