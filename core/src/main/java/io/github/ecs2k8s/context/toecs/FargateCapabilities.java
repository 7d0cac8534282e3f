package io.github.ecs2k8s.context.toecs;

import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.KernelCapabilities;

/**
 * Kernel capabilities on Fargate, which adds none but SYS_PTRACE
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html).
 *
 * <p>The trap: who drops ALL and adds a few back would be left with none. What is not dropped stays, so the others are
 * dropped by name.
 */
final class FargateCapabilities {
    private static final String ALL = "ALL";
    private static final String TRACE = "SYS_PTRACE";
    private static final Object[] PLACE = {"securityContext", "capabilities"};

    /** What a container has by default: https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities. */
    private static final List<String> DEFAULTS = List.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private FargateCapabilities() {}

    static @Nullable KernelCapabilities of(KernelCapabilities from, ContainerToEcs at) {
        List<String> kept = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (int i = 0; i < from.add().size(); i++) {
            String capability = from.add().get(i);
            if (capability.equals(TRACE)) {
                kept.add(capability);
            } else if (DEFAULTS.contains(capability)) {
                back.add(capability);
            } else {
                at.at(PLACE[0], PLACE[1], "add", i)
                        .report(
                                FindingCode.FARGATE_REFUSES,
                                "Fargate adds no capability but SYS_PTRACE; " + capability + " is left out",
                                "--launch-type ec2 keeps it");
            }
        }
        List<String> drop = back.isEmpty() ? from.drop() : drop(from.drop(), back, at);
        return kept.isEmpty() && drop.isEmpty()
                ? null
                : KernelCapabilities.builder()
                        .add(kept.isEmpty() ? null : kept)
                        .drop(drop.isEmpty() ? null : drop)
                        .build();
    }

    private static List<String> drop(List<String> drop, List<String> back, ContainerToEcs at) {
        boolean all = drop.contains(ALL);
        List<String> named = new ArrayList<>(all ? DEFAULTS : drop);
        named.removeAll(back);
        at.at(PLACE)
                .report(
                        FindingCode.CAPABILITIES_ENUMERATED,
                        all
                                ? "instead of dropping ALL and adding " + String.join(", ", back)
                                        + " the others that a container has by default are dropped"
                                : "a container has " + String.join(", ", back) + " by default");
        return named;
    }
}
