package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.DockerVolumeConfiguration;

/** The claims that shared Docker volumes become: one for all tasks that name the volume. */
final class DockerClaims {
    static final String LABELS = "labels";
    /** What the annotation says of a claim that stands for a Docker volume. */
    static final String SOURCE = "docker-volume/";

    private static final String DOCKER = VolumeKind.DOCKER.member();

    private DockerClaims() {}

    /** Adds the claim unless another task has, and its pod volume. */
    static void write(DockerVolumeConfiguration docker, Declared declared) {
        BundleToKubernetes bundle = declared.context().bundle();
        String original = declared.volume().name();
        String name = bundle.names("PersistentVolumeClaim").unique(Names.dnsSubdomain(declared.name()), original);
        Quantity size = size(docker);
        Map<String, String> labels = labels(docker, declared);
        if (bundle.lookUp("PersistentVolumeClaim", name) == null) {
            String storageClass =
                    declared.context().target().isEks() ? EbsStorageClass.name(null, declared.context()) : null;
            PersistentVolumeClaim claim =
                    Claims.claim(name, Claims.claimSpec(Claims.READ_WRITE_ONCE, size, storageClass));
            claim.getMetadata().setLabels(labels);
            Map<String, String> annotations = new LinkedHashMap<>();
            annotations.put(ElasticStorage.SOURCE, SOURCE + original);
            claim.getMetadata().setAnnotations(annotations);
            bundle.add(claim);
        }
        Claims.mount(declared, name);
        declared.find(
                FindingCode.SHARED_DOCKER_VOLUME,
                "every instance has a volume of its own; claim " + name + " is one volume of " + size
                        + ", and begins empty",
                "copy the data into it and set its size; for pods on several nodes use a ReadWriteMany class such as EFS",
                DOCKER,
                "scope");
        if (!Boolean.TRUE.equals(docker.autoprovision())) {
            declared.find(
                    FindingCode.DOCKER_VOLUME_REWRITTEN,
                    "ECS expects the volume to be there already; the claim makes it",
                    null,
                    DOCKER,
                    "autoprovision");
        }
    }

    /** The size option of the REX-Ray drivers, in GiB. */
    static Quantity size(DockerVolumeConfiguration docker) {
        String size = docker.driverOpts().get("size");
        if (size == null || size.isEmpty() || size.length() > 5 || docker.driver() == null) {
            return Claims.SOME_SIZE;
        }
        for (int i = 0; i < size.length(); i++) {
            if (size.charAt(i) < '0' || size.charAt(i) > '9') {
                return Claims.SOME_SIZE;
            }
        }
        int gib = Integer.parseInt(size);
        return gib == 0 ? Claims.SOME_SIZE : new Quantity(Integer.toString(gib), "Gi");
    }

    private static Map<String, String> labels(DockerVolumeConfiguration docker, Declared declared) {
        Map<String, String> labels = new LinkedHashMap<>();
        docker.labels().forEach((key, value) -> {
            if (Names.isLabelKey(key) && Names.isLabelValue(value)) {
                labels.put(key, value);
            } else {
                declared.find(FindingCode.VOLUME_LABEL, "\"" + key + "\" is no valid label", null, DOCKER, LABELS, key);
            }
        });
        return labels;
    }
}
