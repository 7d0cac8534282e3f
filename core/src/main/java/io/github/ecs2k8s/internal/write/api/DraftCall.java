package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.write.Part;
import java.util.Map;

/**
 * A call whose references are still {@code ${LogicalId}} texts.
 *
 * @param operation service and operation: {@code ecs register-task-definition}
 * @param creates whether it creates the part: later calls may set what that one cannot
 */
record DraftCall(String operation, Part part, Map<String, Object> body, boolean creates) {}
