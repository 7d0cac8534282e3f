package io.github.ecs2k8s.internal.write;

/** How a form of output spells the names of members. */
@FunctionalInterface
public interface Naming {

    /**
     * The name of a member.
     *
     * @param owner the model's class: one of the AWS SDK's, or a record of {@code ecs.resource}
     * @param member the member's name as the SDK or the record has it
     */
    String of(Class<?> owner, String member);
}
