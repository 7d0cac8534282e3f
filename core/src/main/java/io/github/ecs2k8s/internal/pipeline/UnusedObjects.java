package io.github.ecs2k8s.internal.pipeline;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of the input that nothing was made of, said once for each kind. */
final class UnusedObjects {
    private static final int NAMES = 5;

    private final List<Correspondence> rooms;
    private final BundleToEcs context;

    UnusedObjects(List<Correspondence> rooms, BundleToEcs context) {
        this.rooms = rooms;
        this.context = context;
    }

    /** Lists them, at the first of each kind. */
    void say() {
        Map<String, List<LocatedObject>> kinds = new LinkedHashMap<>();
        for (LocatedObject located : context.manifests().all()) {
            if (!context.isUsed(located) && !context.isMade(located) && !context.isSaid(located)) {
                kinds.computeIfAbsent(located.object().getKind(), kind -> new ArrayList<>())
                        .add(located);
            }
        }
        kinds.forEach((kind, objects) -> {
            boolean known = isKnown(kind);
            context.at(objects.get(0).node())
                    .report(
                            known ? FindingCode.OBJECT_UNUSED : FindingCode.KIND_WITHOUT_COUNTERPART,
                            named(kind, objects)
                                    + (known
                                            ? ": nothing in the input uses it"
                                            : ": ECS has no counterpart to this kind"),
                            known
                                    ? "give what refers to it as a further input, or leave it out"
                                    : ForeignKinds.wayOut(kind));
        });
    }

    private boolean isKnown(String kind) {
        for (Correspondence room : rooms) {
            for (OwnedField field : room.kubernetes()) {
                if (field.destination() != null && field.path().startsWith(kind + ".")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code 7 of kind ConfigMap (a, b, c, d, e ...)}; {@code ConfigMap a} when there is one. */
    private static String named(String kind, List<LocatedObject> objects) {
        if (objects.size() == 1) {
            return kind + " " + objects.get(0).object().getMetadata().getName();
        }
        StringBuilder text = new StringBuilder();
        text.append(objects.size()).append(" of kind ").append(kind).append(" (");
        for (int i = 0; i < Math.min(NAMES, objects.size()); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(objects.get(i).object().getMetadata().getName());
        }
        return text.append(objects.size() > NAMES ? " ...)" : ")").toString();
    }
}
