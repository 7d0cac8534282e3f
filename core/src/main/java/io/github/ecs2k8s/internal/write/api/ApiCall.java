package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.write.Part;
import java.util.List;
import java.util.Map;

/**
 * One call of the AWS CLI.
 *
 * @param command {@code aws ecs register-task-definition}
 * @param file the file with its input, numbered in the order to run
 * @param body what {@code --cli-input-json} takes, as a plain tree; values that are known only when it runs are shell
 *     variables: {@code ${WEB_TARGET_GROUP}}
 * @param variables the names of those variables, in the order of the body
 * @param part what it creates, or creates a piece of
 * @param creates whether it creates the part: later calls may set what that one cannot
 */
public record ApiCall(
        String command, String file, Map<String, Object> body, List<String> variables, Part part, boolean creates) {}
