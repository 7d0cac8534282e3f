package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.ServiceVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskVolumeConfiguration;

/**
 * Claim templates → volumes that a service or a call of run-task configures
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html).
 */
final class ClaimTemplates {
    static final String FIELD = "volumeClaimTemplates";

    private ClaimTemplates() {}

    /** The claim templates of a StatefulSet that have a name and a spec; none of anything else. */
    static List<PersistentVolumeClaim> of(HasMetadata workload) {
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        if (workload instanceof StatefulSet set && set.getSpec().getVolumeClaimTemplates() != null) {
            for (PersistentVolumeClaim claim : set.getSpec().getVolumeClaimTemplates()) {
                if (claim.getMetadata() != null && claim.getMetadata().getName() != null && claim.getSpec() != null) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    /** Whether the storage is for several pods, so that an EBS volume cannot be meant. */
    static boolean isShared(PersistentVolumeClaimSpec claim, BundleToEcs all) {
        LocatedObject located = claim.getStorageClassName() == null
                ? null
                : all.lookUp("StorageClass", claim.getStorageClassName(), null);
        boolean efs = located != null
                && located.object() instanceof StorageClass made
                && EfsHandle.DRIVER.equals(made.getProvisioner());
        return efs || claim.getAccessModes() != null && claim.getAccessModes().contains(Claims.READ_WRITE_MANY);
    }

    /** Keys and indices below the workload object that lead to something in its pod template. */
    static Object[] place(LaunchToEcs context, Object... inTemplate) {
        List<Object> place = new ArrayList<>();
        switch (context.workload().getKind()) {
            case "Pod" -> {}
            case "PodTemplate" -> place.add("template");
            case "CronJob" -> place.addAll(List.of("spec", "jobTemplate", "spec", "template"));
            default -> place.addAll(List.of("spec", "template"));
        }
        place.addAll(List.of(inTemplate));
        return place.toArray();
    }

    /** Writes the settings of a volume into what launches the task. */
    static void configure(String name, PersistentVolumeClaimSpec claim, Object[] place, LaunchToEcs context) {
        Object[] spec = new Object[place.length + 1];
        System.arraycopy(place, 0, spec, 0, place.length);
        spec[place.length] = "spec";
        LaunchVolumeReader reader = new LaunchVolumeReader(context, claim, spec);
        EbsSettings settings = reader.read();
        CreateServiceRequest.Builder service = context.service();
        if (service != null) {
            reader.sayRetained();
            List<ServiceVolumeConfiguration> volumes =
                    new ArrayList<>(service.build().volumeConfigurations());
            volumes.add(settings.ofService(name));
            service.volumeConfigurations(volumes);
        } else {
            List<TaskVolumeConfiguration> volumes =
                    new ArrayList<>(context.runTask().build().volumeConfigurations());
            volumes.add(settings.ofTask(name));
            context.runTask().volumeConfigurations(volumes);
        }
    }
}
