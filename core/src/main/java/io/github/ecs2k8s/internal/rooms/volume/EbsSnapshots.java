package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.kubernetes.CustomResources;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * EBS snapshot that exists ⇄ VolumeSnapshot with the content it stands for, from which claims are filled
 * (https://kubernetes.io/docs/concepts/storage/volume-snapshots/#static).
 */
final class EbsSnapshots {
    private static final String GROUP = "snapshot.storage.k8s.io";
    private static final String KIND = "VolumeSnapshot";
    private static final String CONTENT = "VolumeSnapshotContent";

    private EbsSnapshots() {}

    /** The data source of a claim; the objects behind it are added when they are first asked for. */
    static TypedLocalObjectReference source(String snapshotId, BundleToKubernetes bundle) {
        String name = Names.dnsSubdomain(snapshotId);
        if (bundle.lookUp(KIND, name) == null) {
            String namespace = bundle.namespace() == null ? "default" : bundle.namespace();
            String content = Names.dnsSubdomain(namespace + "-" + name);
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put("name", name);
            reference.put("namespace", namespace);
            Map<String, Object> spec = new LinkedHashMap<>();
            spec.put("driver", EbsStorageClass.DRIVER);
            spec.put("deletionPolicy", "Retain");
            spec.put("source", Map.of("snapshotHandle", snapshotId));
            spec.put("volumeSnapshotRef", reference);
            bundle.add(object(CONTENT, content, spec));
            bundle.add(object(KIND, name, Map.of("source", Map.of("volumeSnapshotContentName", content))));
        }
        TypedLocalObjectReference source = new TypedLocalObjectReference();
        source.setApiGroup(GROUP);
        source.setKind(KIND);
        source.setName(name);
        return source;
    }

    /** The snapshot behind a VolumeSnapshot of the input, null when only the cluster knows it. */
    static @Nullable String handle(String name, LaunchToEcs context) {
        LocatedObject snapshot = context.all().lookUp(KIND, name, context.namespace());
        String wanted =
                snapshot == null ? null : Members.text(snapshot.node(), "spec", "source", "volumeSnapshotContentName");
        LocatedObject content = wanted == null ? null : context.all().lookUp(CONTENT, wanted, null);
        if (snapshot != null) {
            context.all().use(snapshot);
        }
        if (content == null) {
            return null;
        }
        context.all().use(content);
        return Members.text(content.node(), "spec", "source", "snapshotHandle");
    }

    private static GenericKubernetesResource object(String kind, String name, Map<String, Object> spec) {
        return CustomResources.of(GROUP + "/v1", kind, name, spec);
    }
}
