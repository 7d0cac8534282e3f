package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PersistentVolumes and claims: writing them for a volume of a task, and finding them for a volume of a pod. */
final class Claims {
    /** What a claim asks for when nothing says how much; the API requires a size. */
    static final Quantity SOME_SIZE = new Quantity("1", "Gi");

    static final String READ_WRITE_MANY = "ReadWriteMany";
    static final String READ_WRITE_ONCE = "ReadWriteOnce";

    private Claims() {}

    /**
     * Mounts storage that exists: a PersistentVolume with this source, the claim bound to it, and the pod volume. The
     * names are the workload's and the volume's, so that they are the same in every run and no two workloads share one;
     * a PersistentVolume has no namespace and bears it in its name.
     */
    static PersistentVolume mountExisting(Declared declared, PersistentVolumeSpec spec) {
        TaskToKubernetes context = declared.context();
        String claimName = claimName(declared);
        String namespace = context.bundle().options().namespace();
        String volumeName = namespace == null ? claimName : namespace + "-" + claimName;
        volumeName = context.bundle().names("PersistentVolume").unique(Names.dnsSubdomain(volumeName), volumeName);

        spec.setCapacity(storage(SOME_SIZE));
        spec.setAccessModes(List.of(READ_WRITE_MANY));
        spec.setPersistentVolumeReclaimPolicy("Retain");
        spec.setStorageClassName("");
        PersistentVolume volume = new PersistentVolume();
        volume.setMetadata(named(volumeName));
        volume.setSpec(spec);
        context.bundle().add(volume);

        PersistentVolumeClaimSpec claim = claimSpec(READ_WRITE_MANY, SOME_SIZE, "");
        claim.setVolumeName(volumeName);
        context.bundle().add(claim(claimName, claim));
        mount(declared, claimName);
        return volume;
    }

    /** The name of a claim that belongs to one volume of one workload. */
    static String claimName(Declared declared) {
        String workload = declared.context().facts().workloadName();
        String name = workload + "-" + declared.name();
        return declared.context()
                .bundle()
                .names("PersistentVolumeClaim")
                .unique(Names.dnsSubdomain(name), workload + "/" + declared.name());
    }

    /** Adds the pod volume that uses a claim. */
    static void mount(Declared declared, String claimName) {
        Volume volume = declared.podVolume();
        volume.setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(claimName, null));
        declared.context().addVolume(volume);
    }

    /**
     * A claim's spec.
     *
     * @param storageClass null for the cluster's default class, empty for none
     */
    static PersistentVolumeClaimSpec claimSpec(String accessMode, Quantity size, @Nullable String storageClass) {
        VolumeResourceRequirements resources = new VolumeResourceRequirements();
        resources.setRequests(storage(size));
        PersistentVolumeClaimSpec spec = new PersistentVolumeClaimSpec();
        spec.setAccessModes(List.of(accessMode));
        spec.setResources(resources);
        spec.setStorageClassName(storageClass);
        return spec;
    }

    /** A claim object. */
    static PersistentVolumeClaim claim(String name, PersistentVolumeClaimSpec spec) {
        PersistentVolumeClaim claim = new PersistentVolumeClaim();
        claim.setMetadata(named(name));
        claim.setSpec(spec);
        return claim;
    }

    private static ObjectMeta named(String name) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        return metadata;
    }

    private static Map<String, Quantity> storage(Quantity size) {
        Map<String, Quantity> storage = new LinkedHashMap<>();
        storage.put("storage", size);
        return storage;
    }

    /** The claim a pod volume uses, null when it uses none or the input does not hold it. */
    static @Nullable PersistentVolumeClaim claimOf(Volume volume, TaskToEcs context) {
        LocatedObject found = locatedClaim(volume, context);
        return found != null && found.object() instanceof PersistentVolumeClaim claim ? claim : null;
    }

    /** The same with the text it was read from. */
    static @Nullable LocatedObject locatedClaim(Volume volume, TaskToEcs context) {
        return volume.getPersistentVolumeClaim() == null
                ? null
                : context.lookUp(
                        "PersistentVolumeClaim",
                        volume.getPersistentVolumeClaim().getClaimName());
    }

    /** The PersistentVolume behind a pod volume: named by its claim, or reserved for it; null when there is none. */
    static @Nullable PersistentVolume volumeOf(Volume volume, TaskToEcs context) {
        LocatedObject found = locatedVolume(volume, context);
        return found != null && found.object() instanceof PersistentVolume made ? made : null;
    }

    /** The same with the text it was read from. */
    static @Nullable LocatedObject locatedVolume(Volume volume, TaskToEcs context) {
        if (volume.getPersistentVolumeClaim() == null) {
            return null;
        }
        PersistentVolumeClaim claim = claimOf(volume, context);
        String wanted = claim == null || claim.getSpec() == null
                ? null
                : claim.getSpec().getVolumeName();
        String claimName = volume.getPersistentVolumeClaim().getClaimName();
        for (LocatedObject located : context.all().manifests().of("PersistentVolume")) {
            if (located.object() instanceof PersistentVolume found
                    && found.getSpec() != null
                    && (found.getMetadata().getName().equals(wanted)
                            || isReservedFor(claimName, context.namespace(), found.getSpec()))) {
                return located;
            }
        }
        return null;
    }

    /** A reservation in the namespace; pods and reservations that say none are applied to whichever is chosen. */
    private static boolean isReservedFor(String claimName, @Nullable String namespace, PersistentVolumeSpec spec) {
        ObjectReference claim = spec.getClaimRef();
        return claim != null
                && claimName.equals(claim.getName())
                && (namespace == null || claim.getNamespace() == null || namespace.equals(claim.getNamespace()));
    }

    /** The PersistentVolume that was written for a volume of a task; null when there is none. */
    static @Nullable PersistentVolume written(Volume volume, KubernetesBundle bundle) {
        String claimName = volume.getPersistentVolumeClaim() == null
                ? null
                : volume.getPersistentVolumeClaim().getClaimName();
        String wanted = null;
        for (HasMetadata object : bundle.objects()) {
            if (object instanceof PersistentVolumeClaim claim
                    && claim.getMetadata().getName().equals(claimName)) {
                wanted = claim.getSpec().getVolumeName();
            }
        }
        for (HasMetadata object : bundle.objects()) {
            if (object instanceof PersistentVolume found
                    && found.getMetadata().getName().equals(wanted)) {
                return found;
            }
        }
        return null;
    }
}
