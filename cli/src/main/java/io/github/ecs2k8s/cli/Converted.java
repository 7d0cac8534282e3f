package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.Direction;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.report.Report;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of one conversion.
 *
 * @param title what was converted, as the summary calls it
 * @param to what it was converted to
 * @param findings what there is to say
 * @param report how each value of the input was carried
 * @param text the output in the format asked for; empty when there was nothing to translate
 * @param extension the extension of a file with that text, with its dot
 * @param calls makes the files of calls, by name, where there are any; null in any other format
 * @param summary the numbers
 */
record Converted(
        String title,
        Direction to,
        List<Finding> findings,
        Report report,
        String text,
        String extension,
        @Nullable Supplier<Map<String, String>> calls,
        Summary summary) {

    /** Whether the inputs held nothing to translate. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** How to say so. */
    Failure nothing() {
        return Failure.input(
                title,
                "nothing to translate",
                to == Direction.ECS
                        ? "give a workload with what belongs to it, for example from kubectl get deploy,svc,ing,hpa -o yaml"
                        : "give a task definition or a service, for example from aws ecs describe-task-definition");
    }
}
