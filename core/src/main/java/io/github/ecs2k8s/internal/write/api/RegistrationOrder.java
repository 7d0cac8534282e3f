package io.github.ecs2k8s.internal.write.api;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** Members of task definitions in the order of register-task-definition, which begins with the family. */
final class RegistrationOrder {

    private RegistrationOrder() {}

    /** The members that it takes; what describe-task-definition prints besides is left out. */
    static Map<String, Object> members(Map<String, Object> described) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : RegisterTaskDefinitionRequest.builder().sdkFields()) {
            Object value = described.get(field.locationName());
            if (value != null) {
                members.put(field.locationName(), value);
            }
        }
        return members;
    }

    /** All members, those that it takes first. */
    static Map<String, Object> ordered(Map<String, Object> described) {
        Map<String, Object> members = members(described);
        described.forEach(members::putIfAbsent);
        return members;
    }
}
