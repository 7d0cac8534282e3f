package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises calls of intrinsic functions in both spellings: {@code {"Fn::Sub": …}} and {@code !Sub …}
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
 */
final class FunctionCalls {

    /** One call: the function's name without {@code Fn::}, and its argument. */
    record Call(String function, Node argument) {}

    /** All of CloudFormation's, those of rules and of the language extensions included. */
    private static final Set<String> KNOWN = Set.of(
            "And",
            "Base64",
            "Cidr",
            "Condition",
            "Contains",
            "EachMemberEquals",
            "EachMemberIn",
            "Equals",
            "FindInMap",
            "ForEach",
            "GetAZs",
            "GetAtt",
            "GetStackOutput",
            "If",
            "ImportValue",
            "Join",
            "Length",
            "Not",
            "Or",
            "Ref",
            "RefAll",
            "Select",
            "Split",
            "Sub",
            "ToJsonString",
            "Transform",
            "ValueOf",
            "ValueOfAll");

    private FunctionCalls() {}

    /** Whether CloudFormation has a function of this name. */
    static boolean isKnown(String function) {
        return KNOWN.contains(function) || function.startsWith("ForEach::");
    }

    /** The call a node is, null when it is an ordinary value. */
    static @Nullable Call of(Node node) {
        String tag = node.tag();
        if (tag != null && tag.length() > 1 && tag.charAt(0) == '!' && tag.charAt(1) != '!') {
            return new Call(tag.substring(1), argument(tag, node));
        }
        if (node instanceof MappingNode mapping && mapping.entries().size() == 1) {
            MappingNode.Entry only = mapping.entries().get(0);
            if (only.key().startsWith("Fn::")) {
                return new Call(only.key().substring(4), only.value());
            }
            if (only.key().equals("Ref") || only.key().equals("Condition")) {
                return new Call(only.key(), only.value());
            }
        }
        return null;
    }

    /** The value under the tag; {@code !GetAtt A.B} is the short form of a list of two. */
    private static Node argument(String tag, Node node) {
        if (node instanceof MappingNode mapping) {
            return new MappingNode(mapping.location(), mapping.pointer(), null, mapping.entries());
        }
        if (node instanceof SequenceNode sequence) {
            return new SequenceNode(sequence.location(), sequence.pointer(), null, sequence.items());
        }
        return Values.string(node, ((ScalarNode) node).text());
    }

    /** The elements of a list argument; a single value counts as a list of one. */
    static List<Node> list(Node argument) {
        return argument instanceof SequenceNode sequence ? new ArrayList<>(sequence.items()) : List.of(argument);
    }
}
