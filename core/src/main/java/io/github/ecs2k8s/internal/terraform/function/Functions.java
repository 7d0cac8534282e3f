package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls functions by name. Most have no value while an argument is unknown, and a hidden one where an argument is hidden;
 * those that only pass arguments on see to that themselves.
 */
public final class Functions {
    /** Longest name of an unknown call; a longer one names its function alone. */
    private static final int MAX_REFERENCE = 120;

    /** What takes arguments as they are, unknown and hidden ones included. */
    private static final Set<String> PASSING_ON = Set.of(
            "format",
            "formatlist",
            "join",
            "jsonencode",
            "jsondecode",
            "yamlencode",
            "templatefile",
            "templatestring",
            "sensitive",
            "nonsensitive",
            "ephemeralasnull",
            "issensitive",
            "tostring",
            "tonumber",
            "tobool",
            "tolist",
            "toset",
            "tomap",
            "alltrue",
            "anytrue",
            "chunklist",
            "coalesce",
            "coalescelist",
            "compact",
            "concat",
            "contains",
            "distinct",
            "element",
            "flatten",
            "index",
            "keys",
            "length",
            "list",
            "lookup",
            "map",
            "matchkeys",
            "merge",
            "one",
            "reverse",
            "setintersection",
            "setsubtract",
            "setproduct",
            "setunion",
            "slice",
            "sort",
            "transpose",
            "values",
            "zipmap");

    /** What gives something else each time, or what only the machine that runs Terraform knows. */
    private static final Set<String> NEVER_KNOWN = Set.of(
            "abspath",
            "base64gzip",
            "bcrypt",
            "filebase64sha256",
            "filebase64sha512",
            "filemd5",
            "filesha1",
            "filesha256",
            "filesha512",
            "formatdate",
            "pathexpand",
            "plantimestamp",
            "rsadecrypt",
            "timeadd",
            "timecmp",
            "timestamp",
            "uuid",
            "uuidv5");

    private final FileFunctions files;
    private final CollectionFunctions collections;

    /**
     * The functions of one configuration.
     *
     * @param files what reads files and fills templates in
     * @param notes is told what is left out of a result because it is unknown
     */
    public Functions(FileFunctions files, Notes notes) {
        this.files = files;
        this.collections = new CollectionFunctions(notes);
    }

    /** Is told what is left out of a result because it is unknown. */
    public interface Notes {
        /** Something unknown is missing from a result. */
        void leftOut(SourceLocation place, String reference);
    }

    /** The value of a call. */
    public Value call(SourceLocation place, String name, List<Value> values) {
        String plain = name.startsWith("core::") ? name.substring("core::".length()) : name;
        if (NEVER_KNOWN.contains(plain) || plain.contains("::")) {
            return Values.unknown(place, reference(name, values));
        }
        Arguments arguments = new Arguments(place, plain, values);
        Value result = PASSING_ON.contains(plain) ? passingOn(plain, arguments) : strict(plain, arguments);
        if (result == null) {
            throw new EvaluationException(place, "Terraform has no function " + name, null);
        }
        return result;
    }

    private @Nullable Value passingOn(String name, Arguments arguments) {
        Value result = TypeFunctions.call(name, arguments);
        result = result == null ? FormatFunctions.call(name, arguments) : result;
        result = result == null ? EncodingFunctions.callPassingOn(name, arguments) : result;
        result = result == null ? files.template(name, arguments) : result;
        result = result == null ? SetFunctions.call(name, arguments) : result;
        return result == null ? collections.call(name, arguments) : result;
    }

    private @Nullable Value strict(String name, Arguments arguments) {
        boolean hidden = arguments.values().stream().anyMatch(Values::isHidden);
        Arguments shown = hidden ? arguments.shown() : arguments;
        if (shown.values().stream().anyMatch(Functions::isUnknown)) {
            return Values.unknown(arguments.location(), reference(name, arguments.values()));
        }
        Value result = TextFunctions.call(name, shown);
        result = result == null ? RegexFunctions.call(name, shown) : result;
        result = result == null ? NumberFunctions.call(name, shown) : result;
        result = result == null ? EncodingFunctions.call(name, shown) : result;
        result = result == null ? HashFunctions.call(name, shown) : result;
        result = result == null ? CidrFunctions.call(name, shown) : result;
        result = result == null ? files.call(name, shown) : result;
        return hidden && result != null ? Values.hide(result, reference(name, arguments.values())) : result;
    }

    private static boolean isUnknown(Value value) {
        if (value instanceof Value.Listing list) {
            return list.items().stream().anyMatch(Functions::isUnknown);
        }
        return Values.isUnknown(value);
    }

    /** What a call is called whose value is unknown. */
    static String reference(String name, List<Value> values) {
        StringBuilder text = new StringBuilder(name).append('(');
        for (Value value : values) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(Values.describe(value));
        }
        return text.length() >= MAX_REFERENCE ? name + "(…)" : text.append(')').toString();
    }
}
