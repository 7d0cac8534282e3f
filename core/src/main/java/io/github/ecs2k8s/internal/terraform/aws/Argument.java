package io.github.ecs2k8s.internal.terraform.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one argument or attribute of the provider; the table's head explains the words.
 *
 * @param form how it is written in the API
 * @param path the members it becomes, from the object it belongs to; empty where its own members do
 * @param names the two members of a pair
 * @param values words for values
 * @param defaults values that say no more than their absence
 * @param absent what counts where it is not given, null for nothing
 * @param only {@code argument=value} or {@code argument!=value}, null where it always counts
 * @param when the member of a block that has to be true, null where the block always counts
 * @param set members beside it
 * @param of the arguments of a block
 */
record Argument(
        Form form,
        List<String> path,
        List<String> names,
        Map<String, String> values,
        List<String> defaults,
        @Nullable String absent,
        @Nullable String only,
        @Nullable String when,
        Map<String, String> set,
        Map<String, List<Argument>> of) {

    /** How an argument is written in the API. */
    enum Form {
        /** As it is, under another name. */
        VALUE,
        /** A block as an object. */
        ONE,
        /** Blocks as a list. */
        MANY,
        /** Blocks whose members nobody here asks for, as they are. */
        FREE,
        /** A map as a list of pairs. */
        PAIRS,
        /** An element of the list of attributes. */
        ATTRIBUTE,
        /** A JSON document as what it says. */
        DOCUMENT,
        /** A JSON document as text. */
        TEXT,
        /** Ingress or egress of a security group. */
        RULES
    }

    /** Whether it is a block with arguments of its own. */
    boolean isBlock() {
        return form == Form.ONE || form == Form.MANY;
    }
}
