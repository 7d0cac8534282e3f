package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.write.Part;
import org.jspecify.annotations.Nullable;

/**
 * A shell variable that stands for a reference.
 *
 * @param name the variable's name
 * @param reference what stands between the braces of the reference
 * @param part the part it refers to, null where it belongs to the account
 * @param answer how its value becomes known
 * @param use the key of the member it was first found in, which says what it is
 * @param isList whether it stands for all elements of a list
 */
record Variable(
        String name, String reference, @Nullable Part part, ReferenceAnswer answer, String use, boolean isList) {}
