package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Device;
import software.amazon.awssdk.services.ecs.model.HostEntry;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;
import software.amazon.awssdk.services.ecs.model.ResourceRequirement;
import software.amazon.awssdk.services.ecs.model.Tmpfs;

/**
 * A translated container definition as Fargate takes it
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-task-parameters).
 */
final class FargateContainers {
    private static final String KEEP = "--launch-type ec2 keeps it";
    private static final String SECURITY = "securityContext";

    private final ContainerDefinition from;
    private final ContainerDefinition.Builder to;
    private final ContainerToEcs at;

    private FargateContainers(ContainerDefinition from, ContainerToEcs at) {
        this.from = from;
        this.to = from.toBuilder();
        this.at = at;
    }

    static ContainerDefinition of(ContainerDefinition from, ContainerToEcs at) {
        return new FargateContainers(from, at).fit();
    }

    private ContainerDefinition fit() {
        if (Boolean.TRUE.equals(from.privileged())) {
            to.privileged(null);
            say("Fargate runs no privileged container", SECURITY, "privileged");
        }
        if (from.hasDockerSecurityOptions()) {
            to.dockerSecurityOptions((List<String>) null);
            saySecurityOptions();
        }
        if (from.hasExtraHosts()) {
            to.extraHosts((List<HostEntry>) null);
            sayOfPod(
                    "no entries of a hosts file in awsvpc",
                    "make the names records of a private hosted zone, or let the entry point append them to /etc/hosts",
                    "hostAliases");
        }
        if (from.hostname() != null) {
            to.hostname(null);
            sayOfPod("no hostname of one's own in awsvpc", KEEP, "hostname");
        }
        nameServers();
        if (from.hasResourceRequirements()) {
            to.resourceRequirements((List<ResourceRequirement>) null);
            sayAccelerators();
        }
        if (from.linuxParameters() != null) {
            to.linuxParameters(linux(from.linuxParameters()));
        }
        return to.build();
    }

    /** Of the several fields that become security options, those that are there. */
    private void saySecurityOptions() {
        SecurityContext own = at.container().getSecurityContext();
        PodSecurityContext pod = at.pod().pod().getSecurityContext();
        if (own != null && Boolean.FALSE.equals(own.getAllowPrivilegeEscalation())) {
            say(
                    "Fargate takes no dockerSecurityOptions, so no no-new-privileges",
                    SECURITY,
                    "allowPrivilegeEscalation");
        }
        if (own != null && own.getAppArmorProfile() != null) {
            say("Fargate takes no AppArmor profile", SECURITY, "appArmorProfile");
        } else if (pod != null && pod.getAppArmorProfile() != null) {
            sayOfPod("Fargate takes no AppArmor profile", KEEP, SECURITY, "appArmorProfile");
        }
        if (own != null && own.getSeLinuxOptions() != null) {
            say("Fargate takes no SELinux label", SECURITY, "seLinuxOptions");
        } else if (pod != null && pod.getSeLinuxOptions() != null) {
            sayOfPod("Fargate takes no SELinux label", KEEP, SECURITY, "seLinuxOptions");
        }
        String annotation = "container.apparmor.security.beta.kubernetes.io/" + from.name();
        if (at.pod().template().getMetadata().getAnnotations() != null
                && at.pod().template().getMetadata().getAnnotations().containsKey(annotation)) {
            at.pod()
                    .at("metadata", "annotations", annotation)
                    .report(FindingCode.FARGATE_REFUSES, "Fargate takes no AppArmor profile; it is left out", KEEP);
        }
    }

    private void nameServers() {
        String wayOut = "set them in the VPC's DHCP options";
        if (from.hasDnsServers()) {
            to.dnsServers((List<String>) null);
            sayOfPod("no DNS servers of one's own in awsvpc; the VPC's are used", wayOut, "dnsConfig", "nameservers");
        }
        if (from.hasDnsSearchDomains()) {
            to.dnsSearchDomains((List<String>) null);
            sayOfPod("no search domains of one's own in awsvpc", wayOut, "dnsConfig", "searches");
        }
    }

    private void sayAccelerators() {
        ResourceRequirements resources = at.container().getResources();
        sayAccelerators(resources.getLimits(), "limits");
        sayAccelerators(resources.getRequests(), "requests");
    }

    private void sayAccelerators(Map<String, Quantity> resources, String list) {
        for (String resource : resources.keySet()) {
            if (resource.indexOf('/') > 0) {
                at.at("resources", list, resource)
                        .report(
                                FindingCode.FARGATE_CANNOT_RUN,
                                "Fargate has no " + resource + "; it is left out, and " + from.name() + " runs without",
                                "--launch-type ec2, on instances that have it");
            }
        }
    }

    private @Nullable LinuxParameters linux(LinuxParameters given) {
        LinuxParameters.Builder linux = given.toBuilder().maxSwap(null).swappiness(null);
        for (Device device : given.devices()) {
            String path = device.containerPath() == null ? device.hostPath() : device.containerPath();
            say("Fargate has no devices", mount(path));
        }
        for (Tmpfs tmpfs : given.tmpfs()) {
            say("Fargate has no tmpfs", mount(tmpfs.containerPath()));
        }
        if (given.sharedMemorySize() != null) {
            say("Fargate has no shared memory of a given size", mount("/dev/shm"));
        }
        linux.devices((List<Device>) null).tmpfs((List<Tmpfs>) null).sharedMemorySize(null);
        if (given.capabilities() != null) {
            linux.capabilities(FargateCapabilities.of(given.capabilities(), at));
        }
        LinuxParameters built = linux.build();
        return built.equals(LinuxParameters.builder().build()) ? null : built;
    }

    private Object[] mount(String path) {
        List<VolumeMount> mounts = at.container().getVolumeMounts();
        for (int i = 0; i < mounts.size(); i++) {
            if (path.equals(mounts.get(i).getMountPath())) {
                at.pod().resolveVolume(mounts.get(i).getName());
                return new Object[] {"volumeMounts", i};
            }
        }
        return new Object[] {"volumeMounts"};
    }

    private void say(String message, Object... path) {
        at.at(path).report(FindingCode.FARGATE_REFUSES, message + "; it is left out", KEEP);
    }

    private void sayOfPod(String message, String hint, Object... path) {
        Object[] full = new Object[path.length + 1];
        full[0] = "spec";
        System.arraycopy(path, 0, full, 1, path.length);
        at.pod().at(full).report(FindingCode.FARGATE_REFUSES, message, hint);
    }
}
