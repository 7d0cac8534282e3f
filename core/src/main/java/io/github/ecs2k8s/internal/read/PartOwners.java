package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose a part is that does not say: the only candidate in the same file, in the same folder, or in all inputs;
 * among several the one whose name the part's file bears.
 */
final class PartOwners {
    private final List<Resource<MappingNode>> found;

    PartOwners(List<Resource<MappingNode>> found) {
        this.found = found;
    }

    /**
     * The index of the resource a part belongs to, -1 when that cannot be told.
     *
     * @param reference what the part says, null when it says nothing
     * @param part a value of the file the part stands in
     */
    int index(ResourceKind kind, @Nullable String reference, Node part) {
        return index(kind, reference, part, candidate -> true);
    }

    /** The same among those that a part can be of. */
    int index(ResourceKind kind, @Nullable String reference, Node part, Predicate<MappingNode> possible) {
        if (reference != null) {
            Resource<MappingNode> named =
                    new Resources(List.copyOf(ofKind(kind))).find(MappingNode.class, reference, part);
            return named == null ? -1 : found.indexOf(named);
        }
        String file = part.location().file();
        List<Resource<MappingNode>> candidates = ofKind(kind);
        for (String around : List.of(file, folder(file), "")) {
            List<Resource<MappingNode>> near = new ArrayList<>();
            for (Resource<MappingNode> candidate : candidates) {
                if (candidate.node().location().file().startsWith(around) && possible.test(candidate.node())) {
                    near.add(candidate);
                }
            }
            if (!near.isEmpty()) {
                Resource<MappingNode> chosen = near.size() == 1 ? near.get(0) : namedByFile(near, file);
                return chosen == null ? -1 : found.indexOf(chosen);
            }
        }
        return -1;
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static @Nullable Resource<MappingNode> namedByFile(List<Resource<MappingNode>> candidates, String file) {
        String name = file.substring(folder(file).length()).toLowerCase(Locale.ROOT);
        Resource<MappingNode> chosen = null;
        for (Resource<MappingNode> candidate : candidates) {
            for (String own : Identities.names(candidate)) {
                if (name.contains(own.toLowerCase(Locale.ROOT)) && candidate != chosen) {
                    if (chosen != null) {
                        return null;
                    }
                    chosen = candidate;
                }
            }
        }
        return chosen;
    }

    private List<Resource<MappingNode>> ofKind(ResourceKind kind) {
        List<Resource<MappingNode>> candidates = new ArrayList<>();
        for (Resource<MappingNode> resource : found) {
            if (resource.kind() == kind) {
                candidates.add(resource);
            }
        }
        return candidates;
    }

    int count(ResourceKind kind) {
        return ofKind(kind).size();
    }

    /**
     * A scaling policy with the scalable target it is for, an instance with its service, where they do not say; null
     * when that cannot be told.
     */
    @Nullable MappingNode complete(ResourceKind kind, MappingNode node, ReaderFindings said) {
        if (kind == ResourceKind.SCALING_POLICY
                && ResourceParts.text(node, "ResourceId") == null
                && ResourceParts.text(node, "ScalingTargetId") == null) {
            MappingNode target = owner(ResourceKind.SCALABLE_TARGET, node, "this scaling policy", said);
            return target == null
                    ? null
                    : NodeEdits.fill(node, target, List.of("ServiceNamespace", "ResourceId", "ScalableDimension"));
        }
        if (kind == ResourceKind.CLOUD_MAP_INSTANCE && ResourceParts.text(node, "ServiceId") == null) {
            MappingNode service = owner(ResourceKind.CLOUD_MAP_SERVICE, node, "this instance", said);
            Node id = service == null ? null : Recognition.member(service, "Id");
            return id == null ? null : NodeEdits.with(node, "ServiceId", id);
        }
        return node;
    }

    private @Nullable MappingNode owner(ResourceKind kind, MappingNode part, String what, ReaderFindings said) {
        int index = index(kind, null, part);
        if (index < 0) {
            sayHomeless(said, part, kind, what, null, count(kind));
            return null;
        }
        return found.get(index).node();
    }

    static void sayHomeless(
            ReaderFindings said,
            Node place,
            ResourceKind owner,
            String what,
            @Nullable String reference,
            int candidates) {
        String message;
        if (reference != null) {
            message = owner + " " + reference + ", which " + what + " names, is not in the input; left out";
        } else if (candidates == 0) {
            message = "there is no " + owner + " in the input that " + what + " could belong to; left out";
        } else {
            message = "nothing says which of " + candidates + " " + owner + "s is meant by " + what + "; left out";
        }
        String hint = candidates > 1 && reference == null
                ? "put it into a folder with the one it belongs to, or name it in the file's name"
                : "add the output of: "
                        + (reference == null ? withoutOption(owner.supply()) : owner.supply() + reference);
        said.at(place, FindingCode.OWNER_UNKNOWN, message, hint);
    }

    /** The command without its last option, whose value is not known. */
    private static String withoutOption(String command) {
        return command.substring(0, command.lastIndexOf(" --"));
    }
}
