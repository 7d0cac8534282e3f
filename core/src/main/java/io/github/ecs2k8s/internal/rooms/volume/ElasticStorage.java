package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What EFS and S3 Files have in common: one CSI driver, one mount helper, no size. */
final class ElasticStorage {

    /** The annotation that says which storage a claim stands in for, and the whole ARN of an S3 file system. */
    static final String SOURCE = "ecs2k8s.io/source";

    private ElasticStorage() {}

    /** What the claim of a pod volume stands in for: an EFS handle or the ARN of an S3 file system; null for neither. */
    static @Nullable String substituted(Volume volume, TaskToEcs context) {
        PersistentVolumeClaim claim = Claims.claimOf(volume, context);
        Map<String, String> annotations =
                claim == null ? null : claim.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(SOURCE);
    }

    /**
     * A claim on the default storage class in place of storage that only AWS has. It persists, so that nothing written to
     * it is lost, but begins empty; one node can mount it, because that is what local provisioners offer.
     *
     * @param what what to call the storage
     * @param source the EFS handle or the ARN, kept in an annotation
     */
    static void substitute(String what, String source, String member, Declared declared) {
        String name = Claims.claimName(declared);
        PersistentVolumeClaim claim =
                Claims.claim(name, Claims.claimSpec(Claims.READ_WRITE_ONCE, Claims.SOME_SIZE, null));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(SOURCE, source);
        claim.getMetadata().setAnnotations(annotations);
        declared.context().bundle().add(claim);
        Claims.mount(declared, name);
        declared.find(
                FindingCode.STORAGE_SUBSTITUTED,
                what + " is out of reach; claim " + name + " begins empty, with 1Gi of the default storage class",
                "copy what the containers need into it, or translate for a cluster on AWS: --platform eks",
                member);
    }

    /** The handle's text, unique in the task, with a finding where it is spelled differently or cannot be. */
    static String handle(EfsHandle plain, String prefix, String member, Declared declared) {
        EfsHandle unique = plain.uniqueIn(declared, prefix);
        if (!unique.path().equals(plain.path())) {
            declared.find(
                    FindingCode.SAME_STORAGE_TWICE,
                    "a Pod cannot mount one volume handle twice; the directory is written " + unique.path(),
                    "declare the volume once and mount it twice",
                    member,
                    "rootDirectory");
        }
        if (plain.path().indexOf(':') >= 0) {
            declared.find(
                    FindingCode.INVALID_VALUE,
                    "a volume handle has no room for a colon in the directory " + plain.path(),
                    "make the directory an access point's",
                    member,
                    "rootDirectory");
        }
        return prefix + unique.text();
    }

    /** The mount helper's proxy listens there, on the node's loopback interface only. */
    static void reportPort(@Nullable Integer port, String member, Declared declared) {
        if (port != null && port != 0) {
            declared.find(
                    FindingCode.TRANSIT_PORT,
                    "port " + port + " is not written: the driver picks a free one for every mount on a node",
                    null,
                    member,
                    "transitEncryptionPort");
        }
    }

    /** Notes that a mount option is said in another way: in the handle of the volume, where it comes back. */
    static void resolveOption(String option, int index, TaskToEcs context) {
        LocatedObject found = Claims.locatedVolume(context.pod().getVolumes().get(index), context);
        int place = found != null && found.object() instanceof PersistentVolume volume
                ? volume.getSpec().getMountOptions().indexOf(option)
                : -1;
        if (found != null && place >= 0) {
            context.all().at(found.node(), "spec", "mountOptions", place).resolved();
        }
    }

    /** Mount options that no ECS field says. */
    static void reportOptions(List<String> options, int index, TaskToEcs context) {
        LocatedObject found = Claims.locatedVolume(context.pod().getVolumes().get(index), context);
        if (!options.isEmpty() && found != null) {
            context.all()
                    .at(found.node(), "spec", "mountOptions")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS has no field for the mount options " + MountOptionNames.of(options));
        }
    }
}
