package io.github.ecs2k8s.internal.write;

import java.util.Map;

/** What creating a service takes, out of what describing it prints. */
public final class ServiceParts {

    private ServiceParts() {}

    /** Removes the role that ECS has in every account and prints where none was given; giving it is refused. */
    public static void clean(Map<String, Object> members) {
        for (String key : new String[] {"role", "Role"}) {
            if (members.get(key) instanceof String role && role.contains(":role/aws-service-role/")) {
                members.remove(key);
            }
        }
    }
}
