package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.internal.write.PlainTexts.Place;
import io.github.ecs2k8s.internal.write.PlainTexts.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts references in place of the ARNs, ids and names by which parts mean each other. */
final class Literals {
    private final List<Part> parts;
    private final Map<String, String> renamed;

    /** ARN or id → reference. */
    private final Map<String, String> references = new HashMap<>();

    /**
     * The texts that mean something.
     *
     * @param renamed logical ids as they were given → as they are now
     */
    Literals(List<Part> parts, Map<String, String> renamed) {
        this.parts = parts;
        this.renamed = renamed;
        for (Part part : parts) {
            add(part, "", "serviceArn", "loadBalancerArn", "listenerArn", "ruleArn", "targetGroupArn", "policyARN");
            add(part, "", "groupId", "fileSystemId", "accessPointId", "id");
            add(part, "Arn", "clusterArn", "fileSystemArn", "accessPointArn", "alarmArn");
            add(part, part.kind() == PartKind.SECRET ? "" : "Arn", "arn");
        }
    }

    private void add(Part part, String attribute, String... members) {
        boolean own = part.kind() != PartKind.SECURITY_GROUP_RULE && part.kind() != PartKind.MOUNT_TARGET;
        for (String member : members) {
            String text = own && isIdentity(part.kind(), member) ? part.text(member) : null;
            if (text != null && !text.contains("${")) {
                references.putIfAbsent(text, reference(part, attribute));
            }
        }
    }

    /** Rules bear their listener's ARN too, listeners their load balancer's, access points their file system's id. */
    private static boolean isIdentity(PartKind kind, String member) {
        return switch (member) {
            case "listenerArn" -> kind == PartKind.LISTENER;
            case "loadBalancerArn" -> kind == PartKind.LOAD_BALANCER;
            case "fileSystemId", "fileSystemArn" -> kind == PartKind.FILE_SYSTEM;
            case "id" -> kind == PartKind.CLOUD_MAP_NAMESPACE || kind == PartKind.CLOUD_MAP_SERVICE;
            default -> true;
        };
    }

    private static String reference(Part part, String attribute) {
        return "${" + part.logicalId() + (attribute.isEmpty() ? "" : "." + attribute) + "}";
    }

    /** A part's members with references. */
    Map<String, Object> replace(Part part) {
        return PlainTexts.change(part.members(), (text, place) -> {
            boolean own = isIdentity(part.kind(), place.key()) && text.equals(part.text(place.key()));
            String reference = reference(text, place);
            return own && references.containsKey(text) && reference.contains("${" + part.logicalId())
                    ? text
                    : renamed(reference, place.use());
        });
    }

    private String reference(String text, Place place) {
        if (place.use() != Use.ANY) {
            return text;
        }
        String known = references.get(text);
        if (known != null) {
            return known;
        }
        String byName = switch (place.key().toLowerCase(Locale.ROOT)) {
            case "taskdefinition", "taskdefinitionarn" -> taskDefinition(text);
            case "cluster" -> named(PartKind.CLUSTER, text, "");
            case "capacityprovider", "capacityproviders" -> named(PartKind.CAPACITY_PROVIDER, text, "");
            case "namespace" -> named(PartKind.CLOUD_MAP_NAMESPACE, text, "Arn");
            case "awslogs-group" -> named(PartKind.LOG_GROUP, text, "");
            case "resourceid" -> service(text);
            case "valuefrom", "credentialsparameter" -> secret(text);
            default -> null;
        };
        return byName == null ? text : byName;
    }

    private @Nullable String named(PartKind kind, String name, String attribute) {
        for (Part part : parts) {
            if (part.kind() == kind && name.equals(part.ownName())) {
                return reference(part, attribute);
            }
        }
        return null;
    }

    /** {@code family}, {@code family:revision} or the ARN of either; of several revisions the one that it names. */
    private @Nullable String taskDefinition(String text) {
        String name = Arns.name(text);
        int colon = text.lastIndexOf(':');
        boolean revision =
                colon > text.lastIndexOf('/') && colon >= 0 && (name.contains(":") || text.startsWith("arn:"));
        String family = Arns.name(revision ? text.substring(0, colon) : text);
        Part found = null;
        for (Part part : parts) {
            if (part.kind() == PartKind.TASK_DEFINITION && family.equals(part.text("family"))) {
                Object own = PlainTrees.get(part.members(), "revision");
                boolean other =
                        revision && own != null && !text.substring(colon + 1).equals(own.toString());
                found = other && found != null ? found : part;
            }
        }
        return found == null ? null : reference(found, "");
    }

    /** {@code service/cluster/name}. */
    private @Nullable String service(String text) {
        String[] steps = text.split("/", -1);
        if (steps.length != 3 || !steps[0].equals("service")) {
            return null;
        }
        String cluster = named(PartKind.CLUSTER, steps[1], "");
        String service = serviceIn(cluster == null ? steps[1] : cluster, steps[2]);
        return cluster == null && service == null
                ? null
                : "service/" + (cluster == null ? steps[1] : cluster) + "/" + (service == null ? steps[2] : service);
    }

    /** Services of several clusters may have one name. */
    private @Nullable String serviceIn(String cluster, String name) {
        for (Part part : parts) {
            String own = part.kind() == PartKind.SERVICE && name.equals(part.ownName()) ? part.text("cluster") : null;
            if (own != null && (own.equals(cluster) || cluster.equals(named(PartKind.CLUSTER, own, "")))) {
                return reference(part, "Name");
            }
        }
        return named(PartKind.SERVICE, name, "Name");
    }

    /** A secret's ARN with a key and a version behind it. */
    private @Nullable String secret(String text) {
        for (Part part : parts) {
            String arn = part.kind() == PartKind.SECRET ? part.text("ARN") : null;
            if (arn != null && text.startsWith(arn + ":")) {
                return reference(part, "") + text.substring(arn.length());
            }
        }
        return null;
    }

    private String renamed(String text, Use use) {
        if (use == Use.NONE || text.indexOf("${") < 0) {
            return text;
        }
        StringBuilder changed = new StringBuilder();
        for (ReferenceText.Piece piece : ReferenceText.parse(text).pieces()) {
            String base = Parts.base(piece.text());
            String now = piece.isReference() ? renamed.getOrDefault(base, base) : base;
            if (piece.isReference()) {
                changed.append("${")
                        .append(now)
                        .append(piece.text().substring(base.length()))
                        .append('}');
            } else {
                changed.append(piece.text());
            }
        }
        return changed.toString();
    }
}
